import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {repeat} from "../vendor/lit-html/directives/repeat.js";
import "./exercise-chooser.js";
import "./finish-dialog.js";
import "./plate-dialog.js";
import "./rest-timer.js";
import "./set-row.js";
import {ago, civilAt} from "./dates.js";
import {icon} from "./icon.js";
import {carried, setBefore} from "./last-time.js";
import {reasonOf} from "./next-session.js";
import {targetInWords, targetsInWords} from "./prescription.js";
import {columns} from "./set-fields.js";
import {setInWords} from "./sets.js";
import {toast} from "./toast.js";
import {View} from "./view.js";
import {fieldsOf, nextSet, placeOf} from "./workout-document.js";
import {saveState} from "./workout-state.js";

const short = {Repetitions: "Reps", "Added weight": "Added"};
const REST = 120;
const rests = [[30, "30 s"], [60, "1 min"], [90, "1:30 min"], [120, "2 min"], [150, "2:30 min"], [180, "3 min"], [240, "4 min"], [300, "5 min"]];

/** A workout while it is written down, exercise by exercise and set by set. Given: `{person, keeper, workout, lastTimes, plan}`. */
class WorkoutLog extends View {
  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("setchange", ({detail}) => this.#changeSet(detail));
    this.addEventListener("setweight", ({detail}) => this.#carryWeight(detail.id));
    this.addEventListener("setremove", ({detail}) => this.#removeSet(detail.id));
    this.addEventListener("exercisechosen", ({detail}) => this.#add(detail));
  }

  #change(change) {
    const {keeper} = this.given;
    keeper.change({...keeper.workout, ...change(keeper.workout)});
  }

  #changeExercise(id, change) {
    this.#change(({exercises}) => ({exercises: exercises.map((exercise) => (exercise.id === id ? {...exercise, ...change(exercise)} : exercise))}));
  }

  #exerciseOf(setId) {
    return this.given.keeper.workout.exercises.find(({sets}) => sets.some(({id}) => id === setId));
  }

  #changeSet({id, change, rested}) {
    const exercise = this.#exerciseOf(id);
    this.#changeExercise(exercise.id, ({sets}) => ({sets: sets.map((set) => (set.id === id ? {...set, ...change} : set))}));
    if (rested && !this.given.keeper.workout.endedAt) this.querySelector("rest-timer").start(exercise.restSeconds ?? REST);
  }

  #carryWeight(id) {
    const {id: place, exerciseId, sets} = this.#exerciseOf(id);
    const all = carried(sets, id, this.given.lastTimes.get(exerciseId)?.sets);
    if (all.some((set, index) => set !== sets[index])) this.#changeExercise(place, () => ({sets: all}));
  }

  #removeSet(id) {
    const exercise = this.#exerciseOf(id);
    const index = exercise.sets.findIndex((set) => set.id === id);
    const [set] = exercise.sets.slice(index, index + 1);
    this.#changeExercise(exercise.id, ({sets}) => ({sets: sets.filter((one) => one !== set)}));
    toast("Set removed", {label: "Undo", run: () => this.#changeExercise(exercise.id, ({sets}) => ({sets: sets.toSpliced(index, 0, set)}))});
  }

  async #add(exercise) {
    this.#change(({exercises}) => ({exercises: [...exercises, placeOf(exercise)]}));
    this.dispatchEvent(new CustomEvent("exerciseadded", {bubbles: true, detail: exercise.id}));
    await this.refresh();
    const added = this.querySelector(".log-exercise:last-of-type");
    await added.querySelector("set-row").refresh();
    added.querySelector("input").focus();
  }

  #remove(exercise) {
    const index = this.given.keeper.workout.exercises.indexOf(exercise);
    this.#change(({exercises}) => ({exercises: exercises.filter(({id}) => id !== exercise.id)}));
    toast(`Removed ${exercise.name}`, {label: "Undo", run: () => this.#change(({exercises}) => ({exercises: exercises.toSpliced(index, 0, exercise)}))});
  }

  async #move(exercise, by, {currentTarget}) {
    const {label} = currentTarget.dataset;
    this.#change(({exercises}) => {
      const index = exercises.findIndex(({id}) => id === exercise.id);
      return {exercises: exercises.toSpliced(index, 1).toSpliced(index + by, 0, exercises[index])};
    });
    await this.refresh();
    this.querySelector(`[data-exercise="${exercise.id}"] [data-label="${label}"]`)?.focus();
  }

  /** In turn with the one above, or no longer so. */
  #pair(exercise) {
    this.#change(({exercises}) => {
      const index = exercises.findIndex(({id}) => id === exercise.id);
      const above = exercises[index - 1];
      const paired = exercise.superset !== undefined && exercise.superset === above.superset;
      const free = Math.max(0, ...exercises.map(({superset = 0}) => superset)) + 1;
      const together = paired ? undefined : (above.superset ?? free);
      const changed = exercises.map((one) => (one.id === exercise.id || (!paired && one === above) ? {...one, superset: together} : one));
      return {exercises: changed.map((one) => (changed.filter(({superset}) => superset === one.superset).length > 1 ? one : {...one, superset: undefined}))};
    });
  }

  template() {
    const {person, keeper, workout} = this.given;
    return html`
      <header class="page-head log-head">
        <h1>${workout.title ?? "Workout"}</h1>
        <p class="soft">${workout.endedAt ? person.day(workout.localDate) : html`since ${civilAt(workout.startedAt, workout.zone).time}`}</p>
      </header>
      ${saveState(keeper)}
      ${workout.exercises.length ? repeat(workout.exercises, ({id}) => id, (exercise, index) => this.#exercise(exercise, index)) : this.#first()}
      <div class="log-actions">
        <button type="button" class="button ${workout.exercises.length ? "" : "primary"} wide" @click=${() => this.querySelector("exercise-chooser").open()}>${icon("plus")}Add exercise</button>
        ${workout.exercises.length ? html`
          <button type="button" class="button primary wide" @click=${() => this.querySelector("finish-dialog").open()}>${workout.endedAt ? "Done" : "Finish workout"}</button>` : nothing}
        <button type="button" class="button wide" @click=${() => this.dispatchEvent(new CustomEvent("workoutdelete", {bubbles: true}))}>${workout.endedAt ? "Delete workout" : "Discard workout"}</button>
      </div>
      <rest-timer .given=${this.#timerGiven()}></rest-timer>
      <exercise-chooser .given=${{person}}></exercise-chooser>
      <plate-dialog .given=${{person}}></plate-dialog>
      <finish-dialog .given=${{person, keeper, workout}}></finish-dialog>`;
  }

  #timer = null;

  /** The same object as long as it says the same. */
  #timerGiven() {
    const {person, workout} = this.given;
    this.#timer ??= {person, workout: workout.id};
    return this.#timer;
  }

  #first() {
    return html`
      <section class="sheet" aria-labelledby="first"><div class="blank">${icon("barbell")}<h2 id="first">What comes first?</h2>
        <p>Add an exercise, and last time’s numbers stand ready in its fields. One tap on the tick takes them.</p></div></section>`;
  }

  #exercise(exercise, index) {
    const {person, workout, lastTimes} = this.given;
    const {id, exerciseId, name, sets, superset} = exercise;
    const last = lastTimes.get(exerciseId);
    const above = workout.exercises[index - 1];
    return html`
      <section class="sheet log-exercise" data-exercise=${id} aria-labelledby="name-${id}">
        <div class="log-exercise-head">
          <h2 id="name-${id}"><a href="/exercises/?id=${exerciseId}">${name}</a></h2>
          ${superset === undefined ? nothing : html`<span class="badge">Superset ${superset}</span>`}
        </div>
        ${this.#prescribed(exerciseId)}
        ${last ? html`<p class="soft small">Last time, ${ago(last.localDate, person.today)}: ${last.sets.map((set) => setInWords(person, exercise, set)).join("; ")}</p>` : nothing}
        <div class="set-line set-names" aria-hidden="true">
          <span class="set-number">Set</span>${columns(exercise, person).map(({name: words, unit}) => html`<span>${short[words] ?? words}${unit ? ` (${unit})` : ""}</span>`)}<span class="set-tick"></span>
        </div>
        <ol class="plain set-rows">${repeat(sets, (set) => set.id, (set, at) => html`
          <li><set-row .given=${{person, exercise, set, index: at, before: setBefore(sets, set, last?.sets), last: last?.sets, target: this.#target(exercise, set)}}></set-row></li>`)}</ol>
        <button type="button" class="button wide" @click=${() => this.#changeExercise(id, () => ({sets: [...sets, nextSet(sets)]}))}>${icon("plus")}Add set<span class="visually-hidden"> of ${name}</span></button>
        <details class="disclosure log-more">
          <summary>More<span class="visually-hidden"> for ${name}</span></summary>
          <div class="log-more-fields">
            <div class="field"><label for="rest-${id}">Rest after a set</label><div class="field-control">
              <select id="rest-${id}" @change=${(event) => this.#changeExercise(id, () => ({restSeconds: Number(event.target.value)}))}>
                ${rests.map(([seconds, words]) => html`<option value=${seconds} .selected=${seconds === (exercise.restSeconds ?? REST)}>${words}</option>`)}
              </select></div></div>
            <div class="field whole"><label for="note-${id}">Note</label>
              <textarea id="note-${id}" rows="2" maxlength="2000" .value=${exercise.note ?? ""} @input=${(event) => this.#changeExercise(id, () => ({note: event.target.value.trim() || undefined}))}></textarea></div>
          </div>
          <div class="log-more-buttons">
            ${fieldsOf(exercise).includes("weight") ? html`<button type="button" class="button" @click=${() => this.#plates(exercise)}>${icon("barbell")}Plates</button>` : nothing}
            ${above ? html`<button type="button" class="button" aria-pressed=${superset !== undefined && superset === above.superset} @click=${() => this.#pair(exercise)}>In turn with ${above.name}</button>` : nothing}
            <button type="button" class="button" data-label="up" aria-disabled=${index === 0} @click=${(event) => index && this.#move(exercise, -1, event)}>Move up<span class="visually-hidden"> ${name}</span></button>
            <button type="button" class="button" data-label="down" aria-disabled=${index === workout.exercises.length - 1} @click=${(event) => index < workout.exercises.length - 1 && this.#move(exercise, 1, event)}>Move down<span class="visually-hidden"> ${name}</span></button>
            <button type="button" class="button danger" @click=${() => this.#remove(exercise)}>Remove<span class="visually-hidden"> ${name}</span></button>
          </div>
        </details>
      </section>`;
  }

  /** What the program asks for, and why. */
  #prescribed(exerciseId) {
    const {person, plan} = this.given;
    const planned = plan?.of.get(exerciseId);
    return planned ? html`<p class="log-target"><strong>${targetsInWords(person, planned.targets, plan.unit, planned.rule)}</strong></p>${reasonOf(person, planned)}` : nothing;
  }

  /** Targets are of the sets that count, in their order. */
  #target({exerciseId, sets}, set) {
    const {person, plan} = this.given;
    const planned = plan?.of.get(exerciseId);
    const target = planned?.targets[sets.filter(({kind}) => kind !== "warm-up").indexOf(set)];
    return target ? targetInWords(person, target, plan.unit, planned.rule) : undefined;
  }

  /** For the set that comes next, or the last one. */
  #plates({exerciseId, sets}) {
    const next = sets.find(({done}) => !done) ?? sets.at(-1);
    const before = next && setBefore(sets, next, this.given.lastTimes.get(exerciseId)?.sets);
    this.querySelector("plate-dialog").open(next?.weight === undefined ? before : next);
  }
}

customElements.define("workout-log", WorkoutLog);
