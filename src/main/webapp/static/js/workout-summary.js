import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {get} from "./api.js";
import {icon} from "./icon.js";
import {massInWords} from "./mass.js";
import {sessionExercises, sessionTitle} from "./next-session.js";
import {withUnit} from "./person.js";
import {asItWasEntered, setInWords} from "./sets.js";
import {sheet} from "./sheet.js";
import {View} from "./view.js";
import {workoutTypeName} from "./vocabulary.js";
import {liftsTheBody, setsOf, volumeOf} from "./workout-document.js";
import {saveState} from "./workout-state.js";

/** A workout that is over: its numbers, the records it broke, and its sets. Given: `{person, keeper, workout}`. */
class WorkoutSummary extends View {
  #records = null;
  #bodyWeight = undefined;
  #next = null;
  #problem = null;
  #asked = null;

  received() {
    const {keeper} = this.given;
    if (keeper.state !== "saved" || this.#asked === keeper.version) return;
    this.#asked = keeper.version;
    this.#load();
  }

  async #load() {
    this.#ahead();
    try {
      const {id, exercises} = this.given.workout;
      const [records, stored] = await Promise.all([
        get(`/strength/records?workout=${id}`), exercises.some(liftsTheBody) && get(`/workouts/${id}`),
      ]);
      this.#records = records.items;
      this.#bodyWeight = stored.bodyWeight;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.refresh();
  }

  /** What the program makes of it. That it cannot be told spoils nothing that was done. */
  async #ahead() {
    const {program} = this.given.workout;
    if (!program) return;
    try {
      this.#next = await get(`/enrolments/${program.enrolmentId}/next`);
    } catch {
      this.#next = null;
    }
    this.refresh();
  }

  #tell(name) {
    this.dispatchEvent(new CustomEvent(name, {bubbles: true}));
  }

  template() {
    const {person, keeper, workout} = this.given;
    const done = setsOf(workout).filter((set) => set.done);
    const volume = volumeOf({...workout, bodyWeight: this.#bodyWeight});
    const minutes = Math.round((workout.durationSeconds ?? 0) / 60);
    return html`
      <header class="page-head">
        <h1>${workout.title ?? workoutTypeName(workout.type)}</h1>
        <p class="soft">${person.day(workout.localDate, {dateStyle: "full"})}</p>
      </header>
      ${keeper.state === "saved" ? nothing : saveState(keeper)}
      <section class="sheet" aria-label="In sum">
        <dl class="sums">
          ${sum("Time", withUnit(person.asEntered(minutes), "min"))}
          ${sum("Sets", person.asEntered(done.length))}
          ${volume ? sum("Volume", massInWords(person, volume, 0)) : nothing}
          ${workout.intensity === undefined ? nothing : sum("Effort", `${person.asEntered(workout.intensity)}/10`)}
          ${workout.intensity === undefined ? nothing : sum("Load", person.asEntered(Math.round(workout.intensity * minutes)))}
        </dl>
        ${this.#body()}
        ${workout.note ? html`<p class="workout-note">${workout.note}</p>` : nothing}
        ${workout.coachNote ? html`<p class="workout-note"><span class="soft">Coach:</span> ${workout.coachNote}</p>` : nothing}
        <div class="button-row">
          <button type="button" class="button primary" @click=${() => this.#tell("workoutrepeat")}>Do it again</button>
          <button type="button" class="button" @click=${() => this.#tell("workoutedit")}>${icon("edit")}Edit</button>
          <button type="button" class="button" @click=${() => this.#tell("workoutdelete")}>${icon("trash")}Delete</button>
        </div>
      </section>
      ${this.#broken()}
      ${this.#program(person)}
      ${workout.exercises.length ? sheet("sets", "Exercises", html`
        <ul class="rows sessions">${workout.exercises.map((exercise) => this.#exercise(exercise))}</ul>`) : nothing}`;
  }

  /** What of the body went into the volume. */
  #body() {
    const {person, workout} = this.given;
    const lifted = workout.exercises.some((exercise) => liftsTheBody(exercise) && exercise.sets.some(({done}) => done));
    if (this.#records === null || !lifted) return nothing;
    return this.#bodyWeight
      ? html`<p class="soft small">The volume counts your body weight, ${massInWords(person, this.#bodyWeight.kilograms)} on
        ${person.day(this.#bodyWeight.measuredOn)}, where it was lifted.</p>`
      : html`<p class="soft small">Sets with your body weight add no volume: none is recorded in the 28 days before.
        <a href="/">Check in</a> to have it counted.</p>`;
  }

  #broken() {
    const {person} = this.given;
    if (this.#problem) {
      return html`<section class="sheet" aria-label="Records">
        <p class="soft">Records cannot be shown. ${this.#problem.words}</p></section>`;
    }
    if (!this.#records?.length) return nothing;
    return sheet("records", "New records", html`
      <ul class="rows lately">${this.#records.map(({exercise, exerciseName, name, unit, value, previous}) => {
        const shown = (number) =>
          (unit.startsWith("kg") ? massInWords(person, number) : withUnit(person.asEntered(number), unit));
        return html`
          <li><div class="what"><a href="/exercises/?id=${exercise}"><strong>${exerciseName}</strong></a><p>${name}</p></div>
            <div class="end"><strong class="number">${shown(value)}</strong>
              <span class="soft small before">before ${shown(previous)}</span></div></li>`;
      })}</ul>`);
  }

  #program(person) {
    const next = this.#next;
    if (!next || next.state === "ended") return nothing;
    return sheet("next", "What comes next", html`
      <p class="next-title"><strong>${next.session ? sessionTitle(person, next) : "The program is over. Well done."}</strong>
        <span class="soft">in <a href="/programs/">${next.programName}</a></span></p>
      ${next.session ? sessionExercises(person, next) : nothing}`);
  }

  /** Shown in the person's unit, a weight that was entered in another is told as it was entered, too. */
  #entered(set) {
    const entered = asItWasEntered(this.given.person, set);
    return entered ? html` <span class="soft small" data-entered>(${entered})</span>` : nothing;
  }

  #exercise(exercise) {
    const {exerciseId, name, note, superset, sets} = exercise;
    const {person} = this.given;
    return html`
      <li>
        <div class="session-head"><a href="/exercises/?id=${exerciseId}"><strong>${name}</strong></a>
          ${superset === undefined ? nothing : html`<span class="badge">Superset ${superset}</span>`}</div>
        <ol class="plain session-sets">${sets.filter(({done}) => done).map((set) => html`
          <li class=${set.kind === "warm-up" ? "soft" : ""}>${setInWords(person, exercise, set)}${this.#entered(set)}</li>`)}</ol>
        ${note ? html`<p class="soft small">${note}</p>` : nothing}
      </li>`;
  }
}

const sum = (name, value) => html`<div><dt>${name}</dt><dd class="number">${value}</dd></div>`;

customElements.define("workout-summary", WorkoutSummary);
