import {html, nothing} from "../vendor/lit-html/lit-html.js";
import "./muscle-sets.js";
import "./shell.js";
import "./training-load.js";
import "./training-year.js";
import "./weekly-goal.js";
import "./weekly-volume.js";
import {get, query} from "./api.js";
import {plusDays} from "./dates.js";
import {recordInWords} from "./exercise-detail.js";
import {requireSession} from "./session.js";
import {sheet} from "./sheet.js";
import {empty, failedRoom} from "./states.js";
import {View} from "./view.js";

const RECORD_DAYS = 30;
const FEW = 6;

/** What all training adds up to. Each part asks for its own figures, so that one that fails leaves the others. */
class ProgressRoom extends View {
  #person = null;
  #given = null;
  #records = [];
  #trained = false;
  #problem = null;
  #all = false;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      const person = await requireSession();
      const [records, workouts] = await Promise.all([
        get(`/strength/records${query({since: plusDays(person.today, -RECORD_DAYS)})}`), get("/workouts/recent?n=1"),
      ]);
      this.#records = records.items;
      this.#trained = workouts.items.length > 0;
      this.#person = person;
      this.#given = {person};
    } catch (problem) {
      this.#problem = problem;
    }
    this.refresh();
  }

  template() {
    if (!this.#person) return this.#problem ? failedRoom("Progress", this.#problem) : null;
    const head = html`<header class="page-head"><h1>Progress</h1></header>`;
    if (!this.#trained) {
      return html`${head}
        <section class="sheet" aria-label="Progress">${empty("chart", "Nothing adds up yet",
          "Log a first workout. Streak, load, sets for each muscle and records appear here as sessions come together.",
          html`<a class="button primary" href="/training/">Go to Workouts</a>`)}</section>
        ${sheet("goal", "Weekly goal", html`<weekly-goal .given=${this.#given}></weekly-goal>`)}`;
    }
    return html`${head}
      <div class="progress">
        <div class="progress-side">
          ${sheet("goal", "Weekly goal", html`<weekly-goal .given=${this.#given}></weekly-goal>`)}
          ${sheet("lately", "Records lately", this.#lately())}
        </div>
        <div class="progress-main">
          ${sheet("sets", "Hard sets by muscle", html`<muscle-sets .given=${this.#given}></muscle-sets>`)}
          ${sheet("load", "Training load", html`<training-load .given=${this.#given}></training-load>`)}
          ${sheet("volume", "Volume by week", html`<weekly-volume .given=${this.#given}></weekly-volume>`)}
        </div>
      </div>
      ${sheet("year", "The year", html`<training-year .given=${this.#given}></training-year>`)}`;
  }

  #lately() {
    const records = this.#all ? this.#records : this.#records.slice(0, FEW);
    if (!records.length) {
      return html`<p class="soft">None in the last ${RECORD_DAYS} days. They are found by themselves when a set surpasses what
        was done before.</p>`;
    }
    return html`
      <ul class="rows lately">${records.map((record) => this.#record(record))}</ul>
      ${this.#records.length > records.length ? html`
        <button type="button" class="button wide"
          @click=${() => { this.#all = true; this.refresh(); }}>Show all ${this.#records.length}</button>` : nothing}`;
  }

  #record({exercise, exerciseName, name, unit, value, previous, on, workout}) {
    return html`
      <li>
        <div class="what"><a href="/exercises/?id=${exercise}"><strong>${exerciseName}</strong></a>
          <p>${name} · <a href="/workout/?id=${workout}">${this.#person.day(on, {day: "numeric", month: "short"})}</a></p></div>
        <p class="end"><strong class="number">${recordInWords(this.#person, value, unit)}</strong>
          <span class="soft small before">before ${recordInWords(this.#person, previous, unit)}</span></p>
      </li>`;
  }
}

customElements.define("progress-room", ProgressRoom);
