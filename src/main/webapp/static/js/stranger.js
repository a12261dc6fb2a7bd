import {html} from "../vendor/lit-html/lit-html.js";
import {FormView} from "./form.js";
import {requireSignedOut} from "./session.js";
import {failed} from "./states.js";

/** The zone a new account begins with: the one the browser lives in. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A form before signing in. It first asks whether its visitor belongs here. */
export class StrangerForm extends FormView {
  state = null;
  #unreachable = null;

  /** What `requireSignedOut` needs to know of this page. */
  get occasion() {
    return {};
  }

  /** Whoever signs in means to leave. */
  get unsaved() {
    return false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#arrive();
  }

  /** What else has to be known before the form is drawn. */
  async prepare() {}

  async #arrive() {
    try {
      this.state = await requireSignedOut(this.occasion);
      await this.prepare();
      this.#unreachable = null;
    } catch (problem) {
      this.#unreachable = problem;
    }
    await this.refresh();
    this.querySelector("input")?.focus();
  }

  template() {
    if (this.#unreachable) return html`${failed(this.#unreachable, () => this.#arrive())}`;
    return this.state && this.form(this.state);
  }
}
