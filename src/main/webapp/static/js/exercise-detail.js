import {html, nothing} from "../vendor/lit-html/lit-html.js";
import "./estimate-panel.js";
import "./exercise-history.js";
import {legend} from "./body-map.js";
import {get} from "./api.js";
import {favour, star} from "./favourite.js";
import {icon} from "./icon.js";
import {massInWords} from "./mass.js";
import {withUnit} from "./person.js";
import {sheet} from "./sheet.js";
import {empty, failed, loading} from "./states.js";
import {inWords, titled, trackingInWords} from "./terms.js";
import {View} from "./view.js";
import {liftsTheBody} from "./workout-document.js";

/** The ways of writing sets down that have no repetitions. */
const timed = new Set(["duration", "distance-duration"]);

/** One exercise: where one stands with it, how it is done, and when one did it. Given: `{person, exercise}`. */
class ExerciseDetail extends View {
  #progress = null;
  #problem = null;
  #favourite = null;
  #panel = null;
  #map = null;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  received() {
    const {primaryMuscles, secondaryMuscles} = this.given.exercise;
    this.#map = {primary: primaryMuscles, secondary: secondaryMuscles};
    this.#favourite = this.given.exercise.favourite;
  }

  async #load() {
    try {
      this.#progress = await get(`/strength/exercises/${this.given.exercise.id}`);
      this.#panel = {person: this.given.person, progress: this.#progress};
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.refresh();
  }

  async #favour() {
    const before = this.#favourite;
    this.#favourite = !before;
    this.refresh();
    if (await favour(this.given.exercise, !before)) return;
    this.#favourite = before;
    this.refresh();
  }

  #ask(what) {
    this.dispatchEvent(new CustomEvent(what, {bubbles: true}));
  }

  template() {
    const {exercise} = this.given;
    return html`
      <p class="way-back"><a href="/exercises/">All exercises</a></p>
      <header class="page-head exercise-head"><h1>${exercise.name}</h1>${star({...exercise, favourite: this.#favourite}, () => this.#favour())}
        ${exercise.own && !exercise.deleted ? html`
          <div class="row-actions">
            <button type="button" class="button" @click=${() => this.#ask("editexercise")}>${icon("edit")}Edit</button>
            <button type="button" class="button danger" @click=${() => this.#ask("deleteexercise")}>${icon("trash")}Delete</button>
          </div>` : nothing}</header>
      ${exercise.deleted ? html`
        <div class="notice warn exercise-deleted">${icon("warning")}<div><p>This exercise is deleted. It can be restored for 30 days, and stays in the workouts it stands in.</p>
          <p><button type="button" class="button" @click=${() => this.#ask("restoreexercise")}>Restore</button></p></div></div>` : nothing}
      <div class="exercise">
        <div class="exercise-figures">${this.#figures()}</div>
        <div class="exercise-how">
          ${sheet("muscles", "Muscles", html`<body-map .given=${this.#map}></body-map>${legend(exercise.secondaryMuscles.length > 0)}${this.#facts(exercise)}`)}
          ${exercise.instructions?.length ? sheet("how", "How it is done", html`<ol class="instructions">${exercise.instructions.map((step) => html`<li>${step}</li>`)}</ol>`) : nothing}
        </div>
      </div>`;
  }

  #facts({primaryMuscles, secondaryMuscles, equipment, category, level, mechanic, force, tracking}) {
    const facts = [
      ["Trained first", inWords(primaryMuscles)], ["Besides", inWords(secondaryMuscles)], ["Equipment", equipment && titled(equipment)],
      ["Category", titled(category)], ["Level", level && titled(level)], ["Movement", inWords([mechanic, force].filter(Boolean))],
      ["Written down as", trackingInWords(tracking)],
    ];
    return html`<dl class="facts">${facts.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  #figures() {
    if (this.#problem) return html`<div class="sheet">${failed(this.#problem, () => this.#load())}</div>`;
    if (!this.#progress) return html`<div class="sheet">${loading("figure-bone", "plot-bone")}</div>`;
    const {days, records, repetitionMaxima} = this.#progress;
    const past = sheet("history", "History", html`<exercise-history .given=${this.given}></exercise-history>`);
    // Without repetitions there is no progress to compute, but there are sessions.
    if (timed.has(this.given.exercise.tracking)) return past;
    if (!days.length) {
      return html`<section class="sheet" aria-label="Progress">
        ${empty("chart", "Not done yet", "Put it into a workout. Estimated maximum, records and every session then stand here.",
          html`<a class="button" href="/training/">Go to Workouts</a>`)}</section>`;
    }
    return html`
      ${["weight-reps", "bodyweight-reps"].includes(this.given.exercise.tracking) || days.some(({estimate}) => estimate) ? html`
        <section class="sheet" aria-labelledby="estimate"><h2 id="estimate" class="visually-hidden">Estimated maximum</h2>
          <estimate-panel .given=${this.#panel}></estimate-panel></section>` : nothing}
      ${records.length ? sheet("records", "Personal records", html`${this.#records(records)}${repetitionMaxima.length ? this.#maxima(repetitionMaxima) : nothing}`) : nothing}
      ${past}`;
  }

  #records(records) {
    const {person} = this.given;
    return html`
      <dl class="records">${records.map(({name, unit, value, on, workout}) => html`
        <div><dt>${name}</dt><dd><span class="figure-value">${recordInWords(person, value, unit)}</span>
          <a class="small" href="/workout/?id=${workout}">${person.day(on)}</a></dd></div>`)}</dl>`;
  }

  #maxima(maxima) {
    const {person, exercise} = this.given;
    const added = liftsTheBody(exercise);
    return html`
      <details class="disclosure">
        <summary>${added ? "Most added weight" : "Heaviest weight"} for each number of repetitions</summary>
        <div class="table-frame">
          <table>
            <caption class="visually-hidden">${added ? "Most weight that was added to the body" : "Heaviest weight that was lifted"} so many times or more often</caption>
            <thead><tr><th scope="col">Repetitions</th><th scope="col" class="end">${added ? "Added" : "Weight"}</th><th scope="col" class="end">Day</th></tr></thead>
            <tbody>${maxima.map(({reps, weight, on, workout}) => html`
              <tr><th scope="row">${reps}</th><td class="end number">${massInWords(person, weight)}</td>
                <td class="end number"><a href="/workout/?id=${workout}">${person.day(on)}</a></td></tr>`)}</tbody>
          </table>
        </div>
      </details>`;
  }
}

/** A record in kg in the person's own unit; of a volume nobody wants the decimals. */
export const recordInWords = (person, value, unit) =>
  unit === "kg" ? massInWords(person, value, value >= 1000 ? 0 : 1) : withUnit(person.asEntered(value), unit);

customElements.define("exercise-detail", ExerciseDetail);
