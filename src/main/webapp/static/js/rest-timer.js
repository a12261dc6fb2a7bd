import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {Draft} from "./draft.js";
import {View} from "./view.js";

const STEP = 15;

/** "1:30" */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** The rest that goes on, kept on this device. */
export const restOf = (person) => new Draft(person, "rest", {lasting: true});

/**
 * Counts the rest down. It knows the instant it ends, not how many seconds it has counted, so that a reload, a locked screen
 * and a tab put to sleep change nothing. A rest is of one workout, and over with it. Given: `{person, workout}`, the latter an id.
 */
class RestTimer extends View {
  #end = 0;
  #tick = 0;
  #title = "";

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#look);
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.#look);
    clearInterval(this.#tick);
  }

  received() {
    const {end = 0, workout} = this.#draft.read() ?? {};
    if (!this.#end && end > Date.now() && workout === this.given.workout) this.#until(end);
  }

  get #draft() {
    return restOf(this.given.person);
  }

  get #left() {
    return Math.max(0, Math.ceil((this.#end - Date.now()) / 1000));
  }

  start(seconds) {
    this.#until(Date.now() + seconds * 1000);
  }

  stop() {
    clearInterval(this.#tick);
    this.#end = 0;
    this.#draft.drop();
    this.refresh();
  }

  #until(end) {
    this.#end = end;
    this.#draft.keep({end, workout: this.given.workout});
    clearInterval(this.#tick);
    this.#tick = setInterval(this.#look, 250);
    this.refresh();
  }

  #look = () => {
    if (!this.#end) return;
    if (this.#left === 0) this.#over();
    this.refresh();
  };

  #over() {
    this.stop();
    this.#title = "Rest is over";
    navigator.vibrate?.([200, 100, 200]);
    setTimeout(() => {
      this.#title = "";
      this.refresh();
    }, 5_000);
  }

  template() {
    return html`
      <div role="status" class="visually-hidden">${this.#title}</div>
      ${this.#end ? html`
        <div class="rest" role="timer" aria-label="Rest">
          <span class="rest-clock number">${clock(this.#left)}</span>
          <button type="button" class="button" aria-label="15 seconds less" @click=${() => this.#until(this.#end - STEP * 1000)}>−15 s</button>
          <button type="button" class="button" aria-label="15 seconds more" @click=${() => this.#until(this.#end + STEP * 1000)}>+15 s</button>
          <button type="button" class="button" @click=${() => this.stop()}>Skip rest</button>
        </div>` : this.#title ? html`<div class="rest over" aria-hidden="true"><strong>${this.#title}</strong></div>` : nothing}`;
  }
}

customElements.define("rest-timer", RestTimer);
