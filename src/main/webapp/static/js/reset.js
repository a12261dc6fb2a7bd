import {html} from "../vendor/lit-html/lit-html.js";
import {post} from "./api.js";
import {FormView} from "./form.js";
import {icon} from "./icon.js";

const again = html`<p class="threshold-aside"><a href="/forgotten/">Ask for a new link</a></p>`;

/** Choosing another password by a link. Its secret stands behind the `#`, which no server is sent. */
class ResetForm extends FormView {
  #token = location.hash.slice(1);
  #changed = false;

  connectedCallback() {
    super.connectedCallback();
    // Whoever pastes the whole link into the address of this very page does not load it again.
    addEventListener("hashchange", () => {
      this.#token = location.hash.slice(1);
      this.#changed = false;
      this.refresh();
    });
  }

  /** A link that is no good is nothing that can be mended in the form. */
  inputOf(field) {
    return field === "token" ? "" : field;
  }

  get unsaved() {
    return false;
  }

  async #change(data) {
    await post("/auth/recovery/completion", {token: this.#token, password: data.get("password")}, {stranger: true});
    history.replaceState(null, "", location.pathname);
    this.#changed = true;
  }

  template() {
    if (this.#changed) return html`
      <div class="notice" role="status">${icon("check")}
        <p>Your password is changed. You are signed out everywhere, and API tokens no longer work.</p></div>
      <p class="threshold-aside"><a href="/sign-in/">Sign in</a></p>`;
    if (!this.#token) return html`
      <div class="notice">${icon("info")}<p>Open the whole link you were sent.</p></div>${again}`;
    return html`
      <form novalidate @submit=${(event) => this.submit(event, (data) => this.#change(data))}>
        ${this.problemNotice()}
        <div class="stack">
          ${this.input("password", "New password", {
            type: "password", hint: "At least 12 characters. A few unrelated words are good.",
            autocomplete: "new-password", maxlength: 128, required: true,
          })}
          ${this.submitButton("Change password", "Changing…")}
        </div>
      </form>
      ${again}`;
  }
}

customElements.define("reset-form", ResetForm);
