import {html} from "../vendor/lit-html/lit-html.js";
import {Problem, putNew, request} from "./api.js";
import {Draft} from "./draft.js";
import {FormView} from "./form.js";
import {titled, trackingInWords} from "./terms.js";
import {uuid7} from "./uuid7.js";

const shares = [["", "Not"], ["primary", "First"], ["secondary", "Besides"]];

/**
 * Adds or edits an exercise of one's own. What was typed is kept until it is saved or cancelled.
 * Given: `{person, terms}`. It tells of a saved exercise by `exercisesaved`.
 */
class ExerciseDialog extends FormView {
  #exercise = null;
  #id = null;
  #draft = null;
  #conflict = null;

  add() {
    this.#open(null);
  }

  edit(exercise) {
    this.#open(exercise);
  }

  async #open(exercise) {
    this.#exercise = exercise;
    this.#draft = new Draft(this.given.person, `exercise:${exercise?.id ?? "new"}`);
    const kept = this.#draft.read();
    this.#id = exercise?.id ?? kept?.id ?? uuid7();
    this.#conflict = null;
    this.forgive();
    await this.refresh();
    const form = this.querySelector("form");
    form.reset();
    for (const [name, value] of Object.entries(kept?.typed ?? {})) {
      const input = form.elements.namedItem(name);
      if (input) input.value = value;
    }
    this.#dialog.showModal();
    form.elements.namedItem("name").focus();
  }

  get #dialog() {
    return this.querySelector("dialog");
  }

  #keep(event) {
    this.#draft.keep({id: this.#id, typed: Object.fromEntries(new FormData(event.currentTarget))});
  }

  #leave() {
    this.#draft.drop();
    this.#dialog.close();
  }

  async #save(data) {
    const version = this.#conflict?.version ?? this.#exercise?.version;
    const path = `/exercises/${this.#id}`;
    const body = this.#bodyOf(data);
    try {
      this.#done(version === undefined ? await putNew(path, body) : (await request("PUT", path, {body, ifMatch: `"${version}"`})).body);
    } catch (problem) {
      if (problem.status !== 412 || !problem.current) throw problem;
      this.#conflict = problem.current;
      throw new Problem({title: "It was changed elsewhere meanwhile", detail: `There it is called ${problem.current.name} now. Save again to put yours in its place.`});
    }
  }

  #bodyOf(data) {
    const text = (name) => data.get(name).trim() || undefined;
    if (!text("name")) throw Problem.invalid([{field: "name", message: "Give the exercise a name"}]);
    const trained = (share) => this.given.terms.muscles.map(({term}) => term).filter((term) => data.get(`muscle-${term}`) === share);
    return {
      name: text("name"), category: data.get("category"), tracking: data.get("tracking"), equipment: text("equipment"), level: text("level"),
      mechanic: text("mechanic"), force: text("force"), primaryMuscles: trained("primary"), secondaryMuscles: trained("secondary"),
      instructions: data.get("instructions").split("\n").map((line) => line.trim()).filter(Boolean),
    };
  }

  #done(saved) {
    const added = !this.#exercise;
    this.#exercise = saved;
    this.#leave();
    this.dispatchEvent(new CustomEvent("exercisesaved", {bubbles: true, detail: {saved, added}}));
  }

  /** Escape is easily a slip; what was typed is in the draft. */
  get unsaved() {
    return false;
  }

  inputOf(field) {
    return field.replace(/\[.*/, "");
  }

  template() {
    const {terms} = this.given;
    const before = this.#exercise;
    const options = (of) => terms[of].map(({term}) => [term, titled(term)]);
    const optional = (of) => [["", "Not said"], ...options(of)];
    return html`
      <dialog class="exercise-dialog" aria-labelledby="exercise-title">
        <h2 id="exercise-title">${before ? `Edit ${before.name}` : "Add an exercise of your own"}</h2>
        <form novalidate autocomplete="off" @input=${(event) => this.#keep(event)} @submit=${(event) => this.submit(event, (data) => this.#save(data))}>
          ${this.problemNotice()}
          <div class="fields dialog-fields">
            ${this.input("name", "Name", {value: before?.name ?? "", maxlength: 100, whole: true})}
            ${this.select("tracking", "Written down as", terms.trackings.map(({term}) => [term, trackingInWords(term)]), {value: before?.tracking ?? "weight-reps", whole: true})}
            ${this.select("category", "Category", options("categories"), {value: before?.category ?? "strength"})}
            ${this.select("equipment", "Equipment", optional("equipment"), {value: before?.equipment ?? ""})}
            ${this.select("level", "Level", optional("levels"), {value: before?.level ?? ""})}
            ${this.select("mechanic", "Mechanic", optional("mechanics"), {value: before?.mechanic ?? ""})}
            ${this.select("force", "Force", optional("forces"), {value: before?.force ?? ""})}
          </div>
          <details class="disclosure">
            <summary>Muscles</summary>
            <div class="muscle-shares">${terms.muscles.map(({term}) => this.#share(term, before))}</div>
          </details>
          ${this.textarea("instructions", "How it is done", {value: before?.instructions?.join("\n") ?? "", hint: "One step a line. Optional.", maxlength: 8000})}
          <div class="button-row">${this.submitButton(this.#conflict ? "Save mine" : "Save", "Saving…")}<button type="button" class="button" @click=${() => this.#leave()}>Cancel</button></div>
        </form>
      </dialog>`;
  }

  #share(muscle, before) {
    const share = before?.primaryMuscles.includes(muscle) ? "primary" : before?.secondaryMuscles.includes(muscle) ? "secondary" : "";
    return html`
      <fieldset class="muscle-share">
        <legend>${titled(muscle)}</legend>
        <div class="segments">${shares.map(([value, words]) => html`
          <label><input type="radio" name="muscle-${muscle}" value=${value} ?checked=${value === share}><span>${words}</span></label>`)}</div>
      </fieldset>`;
  }
}

customElements.define("exercise-dialog", ExerciseDialog);
