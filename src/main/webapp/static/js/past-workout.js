import {html} from "../vendor/lit-html/lit-html.js";
import {Problem} from "./api.js";
import {now} from "./clock.js";
import {instantOf, plusDays} from "./dates.js";
import {FormView} from "./form.js";
import {workoutTypes} from "./vocabulary.js";
import {timesAmiss, was} from "./workout-document.js";

const MINUTE = 60_000;

/** When a workout was that nobody wrote down while it went on. Given: `{person}`. It tells of the workout by `pastworkout`. */
class PastWorkout extends FormView {
  async open() {
    this.forgive();
    await this.refresh();
    this.querySelector("form").reset();
    this.querySelector("dialog").showModal();
  }

  /** Nothing but a day, a time and a number is lost. */
  get unsaved() {
    return false;
  }

  async #add(data) {
    const {person} = this.given;
    const minutes = Number(data.get("minutes"));
    const violations = timesAmiss(data);
    if (violations.length) throw Problem.invalid(violations);
    const began = new Date(instantOf(data.get("localDate"), data.get("time"), person.profile.zone));
    if (began.getTime() + minutes * MINUTE > now()) {
      throw Problem.invalid([{field: "time", message: "It must have ended by now; start a workout for one that goes on"}]);
    }
    this.querySelector("dialog").close();
    const detail = was(person, {localDate: data.get("localDate"), type: data.get("type"), began, minutes});
    this.dispatchEvent(new CustomEvent("pastworkout", {bubbles: true, detail}));
  }

  template() {
    return html`
      <dialog aria-labelledby="past-title">
        <h2 id="past-title">Add a past workout</h2>
        <form novalidate autocomplete="off" @submit=${(event) => this.submit(event, (data) => this.#add(data))}>
          ${this.problemNotice()}
          <div class="fields short dialog-fields">
            ${this.input("localDate", "Day", {type: "date", value: plusDays(this.given.person.today, -1), min: "1900-01-01"})}
            ${this.input("time", "Began at", {type: "time", value: "18:00"})}
            ${this.input("minutes", "Minutes", {value: "60", inputmode: "numeric", maxlength: 4})}
            ${this.select("type", "Type", workoutTypes(), {value: "strength"})}
          </div>
          <div class="button-row">${this.submitButton("Add its exercises", "Adding…")}
            <button type="button" class="button" @click=${() => this.querySelector("dialog").close()}>Cancel</button></div>
        </form>
      </dialog>`;
  }
}

customElements.define("past-workout", PastWorkout);
