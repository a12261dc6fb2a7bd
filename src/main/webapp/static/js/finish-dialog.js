import {html} from "../vendor/lit-html/lit-html.js";
import {Problem} from "./api.js";
import {now} from "./clock.js";
import {civilAt, instantOf} from "./dates.js";
import {FormView} from "./form.js";
import {workoutTypes} from "./vocabulary.js";
import {doneOnly, longestMinutes, setsOf, timesAmiss} from "./workout-document.js";

const MINUTE = 60_000;

const effort = [
  ["", "Not said"], ["0", "0 · rest"], ["1", "1 · very easy"], ["2", "2 · easy"], ["3", "3 · moderate"],
  ["4", "4 · somewhat hard"], ["5", "5 · hard"],
  ["6", "6"], ["7", "7 · very hard"], ["8", "8"], ["9", "9"], ["10", "10 · as hard as it gets"],
];
const ends = {1: "1 · none", 10: "10 · extreme"};
const tenths = [["", "Not said"], ...Array.from({length: 10}, (none, index) => String(index + 1)).map((n) => [n, ends[n] ?? n])];

/**
 * What is said of a workout as a whole, at its end or when it is put right. Given: `{person, keeper, workout}`. It tells of the
 * end by `workoutfinished`.
 */
class FinishDialog extends FormView {
  async open() {
    this.forgive();
    await this.refresh();
    this.querySelector("form").reset();
    this.querySelector("dialog").showModal();
  }

  /** The workout itself is kept while it is written; this form only says what it was like. */
  get unsaved() {
    return false;
  }

  async #finish(data) {
    const {keeper} = this.given;
    const before = keeper.workout;
    const minutes = Number(data.get("minutes"));
    this.#check(before, data);
    const number = (name) => (data.get(name) ? Number(data.get(name)) : undefined);
    const text = (name) => data.get(name).trim() || undefined;
    const began = this.#beginning(before, data);
    keeper.change(doneOnly({
      ...before, localDate: data.get("localDate"), startedAt: began.toISOString(),
      endedAt: new Date(Math.min(now(), began.getTime() + minutes * MINUTE)).toISOString(),
      durationSeconds: minutes * 60, type: data.get("type"), title: text("title"), intensity: number("intensity"),
      fatigue: number("fatigue"),
      soreness: number("soreness"), note: text("note"),
    }));
    const saved = await keeper.save();
    if (!saved && keeper.problem?.status === 422) {
      keeper.change(before);
      throw keeper.problem;
    }
    this.querySelector("dialog").close();
    this.dispatchEvent(new CustomEvent("workoutfinished", {bubbles: true}));
  }

  /** Untouched, the instant stays to the second. */
  #beginning({startedAt, zone, localDate}, data) {
    const untouched = data.get("localDate") === localDate && data.get("time") === civilAt(startedAt, zone).time;
    return new Date(untouched ? startedAt : instantOf(data.get("localDate"), data.get("time"), zone));
  }

  #check(workout, data) {
    const violations = timesAmiss(data);
    if (data.get("type") === "strength" && !setsOf(workout).some(({done}) => done)) {
      violations.push({field: "sets", message: "Tick at least one set as done, or discard the workout."});
    }
    if (violations.length) throw Problem.invalid(violations);
    if (this.#beginning(workout, data).getTime() > now()) {
      throw Problem.invalid([{field: "time", message: "It cannot begin later than now"}]);
    }
  }

  template() {
    const {workout} = this.given;
    const left = setsOf(workout).filter(({done}) => !done).length;
    const seconds = workout.durationSeconds ?? (now() - new Date(workout.startedAt)) / 1000;
    const took = Math.max(1, Math.round(seconds / 60));
    return html`
      <dialog aria-labelledby="finish-title">
        <h2 id="finish-title">${workout.endedAt ? "About this workout" : "Finish workout"}</h2>
        <form novalidate autocomplete="off" @submit=${(event) => this.submit(event, (data) => this.#finish(data))}>
          ${this.problemNotice()}
          ${left ? html`
            <p class="soft finish-left">
              ${left === 1 ? "1 set is" : `${left} sets are`} not ticked and will be left out.</p>` : ""}
          <div class="fields short dialog-fields">
            ${this.select("intensity", "How hard was it as a whole?", effort,
              {value: workout.intensity === undefined ? "" : String(workout.intensity), whole: true})}
            ${this.select("fatigue", "Fatigue", tenths, {value: String(workout.fatigue ?? "")})}
            ${this.select("soreness", "Soreness", tenths, {value: String(workout.soreness ?? "")})}
            ${this.select("type", "Type", workoutTypes(), {value: workout.type})}
            ${this.input("minutes", "Minutes",
              {value: String(Math.min(longestMinutes(), took)), inputmode: "numeric", maxlength: 4})}
            ${this.input("localDate", "Day", {type: "date", value: workout.localDate, min: "1900-01-01"})}
            ${this.input("time", "Began at", {type: "time", value: civilAt(workout.startedAt, workout.zone).time})}
            ${this.input("title", "Title", {value: workout.title ?? "", maxlength: 100, whole: true})}
            ${this.textarea("note", "Note", {value: workout.note ?? "", maxlength: 2000})}
          </div>
          <div class="button-row">${this.submitButton("Save workout", "Saving…")}
            <button type="button" class="button" @click=${() => this.querySelector("dialog").close()}>Go on</button></div>
        </form>
      </dialog>`;
  }
}

customElements.define("finish-dialog", FinishDialog);
