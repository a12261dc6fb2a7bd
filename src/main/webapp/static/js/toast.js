import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {repeat} from "../vendor/lit-html/directives/repeat.js";
import {icon} from "./icon.js";
import {View} from "./view.js";

const LIFETIME = 5_000;
const LIFETIME_WITH_ACTION = 12_000;

/** Short news at the foot of the page, with at most one thing to do about it. It waits while it is pointed at or focused. */
class Toasts extends View {
  #toasts = [];

  connectedCallback() {
    this.setAttribute("role", "status");
    super.connectedCallback();
  }

  show(message, action) {
    const toast = {message, action, timer: 0};
    // Newer news replaces older, but a chance to undo is not taken away.
    this.#toasts = [...this.#toasts.filter((other) => other.action).slice(-1), toast];
    this.#start(toast);
    this.refresh();
  }

  #start(toast) {
    clearTimeout(toast.timer);
    toast.timer = setTimeout(() => this.#dismiss(toast), toast.action ? LIFETIME_WITH_ACTION : LIFETIME);
  }

  #dismiss(toast) {
    clearTimeout(toast.timer);
    this.#toasts = this.#toasts.filter((other) => other !== toast);
    this.refresh();
  }

  #act(toast) {
    this.#dismiss(toast);
    toast.action.run();
  }

  template() {
    return html`${repeat(this.#toasts, (toast) => toast, (toast) => {
      const wait = () => clearTimeout(toast.timer);
      const go = () => this.#start(toast);
      return html`
        <div class="toast" @pointerenter=${wait} @pointerleave=${go} @focusin=${wait} @focusout=${go}>
          <p>${toast.message}</p>
          ${toast.action ? html`<button type="button" @click=${() => this.#act(toast)}>${toast.action.label}</button>` : nothing}
          <button type="button" class="icon-button" aria-label="Dismiss" @click=${() => this.#dismiss(toast)}>${icon("close")}</button>
        </div>`;
    })}`;
  }
}

customElements.define("app-toasts", Toasts);

/** `action` is `{label, run}`. */
export function toast(message, action) {
  // A live region must stand in the page before its news does, or screen readers miss the first one.
  region().show(message, action);
}

function region() {
  return document.querySelector("app-toasts") ?? document.body.appendChild(document.createElement("app-toasts"));
}

region();
