import {html, nothing} from "../vendor/lit-html/lit-html.js";
import "./exercise-detail.js";
import "./exercise-dialog.js";
import "./exercise-library.js";
import "./shell.js";
import {get, post, remove} from "./api.js";
import {icon} from "./icon.js";
import {requireSession} from "./session.js";
import {failedRoom} from "./states.js";
import {toast} from "./toast.js";
import {View} from "./view.js";

/** The library of exercises, or the one whose `id` stands in the address. */
class ExercisesRoom extends View {
  #person = null;
  #terms = null;
  #exercise = null;
  #problem = null;
  #given = null;
  #id = new URLSearchParams(location.search).get("id");

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("editexercise", () => this.#dialog.edit(this.#exercise));
    this.addEventListener("deleteexercise", () => this.#delete());
    this.addEventListener("exercisesaved", ({detail}) => this.#saved(detail));
    this.#load();
  }

  get #dialog() {
    return this.querySelector("exercise-dialog");
  }

  async #load() {
    try {
      const person = await requireSession();
      const [terms, exercise] = await Promise.all([
        get("/exercises/definitions"), this.#id ? get(`/exercises/${encodeURIComponent(this.#id)}`) : null,
      ]);
      this.#person = person;
      this.#terms = terms;
      this.#exercise = exercise;
      this.#problem = null;
      this.#hand();
    } catch (problem) {
      if (this.#person) toast(problem.words);
      this.#problem = problem;
    }
    this.refresh();
  }

  #hand() {
    this.#given = {person: this.#person, terms: this.#terms, exercise: this.#exercise};
    if (this.#exercise) document.title = `${this.#exercise.name} · Primary Assistant`;
  }

  #saved({saved, added}) {
    const show = {label: "Show", run: () => location.assign(`/exercises/?id=${saved.id}`)};
    toast(`${added ? "Added" : "Saved"} ${saved.name}`, added ? show : undefined);
    if (this.#exercise) this.#exercise = saved;
    this.#hand();
    this.refresh();
  }

  /** The page stays where it is, so that an undo finds everything as it was. */
  async #delete() {
    const {id, name} = this.#exercise;
    try {
      await remove(`/exercises/${id}`);
      this.#exercise = {...this.#exercise, deleted: true};
      toast(`Deleted ${name}`, {label: "Undo", run: () => this.#restore()});
    } catch (problem) {
      toast(problem.words);
    }
    this.#hand();
    this.refresh();
  }

  async #restore() {
    try {
      this.#exercise = await post(`/exercises/${this.#exercise.id}/restoration`);
      toast(`Restored ${this.#exercise.name}`);
    } catch (problem) {
      toast(problem.words);
    }
    this.#hand();
    this.refresh();
  }

  template() {
    if (!this.#person) return this.#problem ? this.#failed() : null;
    const dialog = html`<exercise-dialog .given=${this.#given}></exercise-dialog>`;
    if (this.#exercise) {
      return html`
        <exercise-detail .given=${this.#given} @restoreexercise=${() => this.#restore()}></exercise-detail>
        ${this.#exercise.own ? dialog : nothing}`;
    }
    return html`
      <header class="page-head exercises-head"><h1>Exercises</h1>
        <button type="button" class="button" @click=${() => this.#dialog.add()}>${icon("plus")}Add your own</button></header>
      <exercise-library .given=${this.#given}></exercise-library>
      ${dialog}`;
  }

  #failed() {
    if (this.#problem.status !== 404 && this.#problem.status !== 400) return failedRoom("Exercises", this.#problem);
    return html`
      <div class="page-head"><h1>Exercises</h1></div>
      <div class="sheet"><div class="blank" role="alert">${icon("info")}<h2>There is no such exercise</h2>
        <p>It may have been deleted. Everything else is in the library.</p>
        <a class="button" href="/exercises/">All exercises</a></div></div>`;
  }
}

customElements.define("exercises-room", ExercisesRoom);
