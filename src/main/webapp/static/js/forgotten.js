import {html} from "../vendor/lit-html/lit-html.js";
import {get, post} from "./api.js";
import {icon} from "./icon.js";
import {StrangerForm} from "./stranger.js";

const back = html`<p class="threshold-aside"><a href="/sign-in/">Sign in</a></p>`;

/** Asks for a link to choose another password. What it says is the same for every name. */
class ForgottenForm extends StrangerForm {
  #byEmail = null;
  #asked = false;

  async prepare() {
    ({byEmail: this.#byEmail} = await get("/auth/recovery", {stranger: true}));
  }

  async #ask(data) {
    await post("/auth/recovery", {account: data.get("account").trim()}, {stranger: true});
    this.#asked = true;
  }

  form() {
    if (!this.#byEmail) return html`
      <div class="notice">${icon("info")}<p>Ask the administrator of this installation for a link to choose a new password.</p></div>
      ${back}`;
    if (this.#asked) return html`
      <div class="notice" role="status">${icon("info")}<p>If there is such an account with a confirmed address,
        a link is on its way. It works once, within an hour. Nothing came? Look into the spam folder,
        or ask the administrator for a link.</p></div>
      ${back}`;
    return html`
      <form novalidate @submit=${(event) => this.submit(event, (data) => this.#ask(data))}>
        ${this.problemNotice()}
        <div class="stack">
          ${this.input("account", "Name or e-mail address",
            {autocomplete: "username", autocapitalize: "none", maxlength: 254, required: true})}
          ${this.submitButton("Send me a link", "Sending…")}
        </div>
      </form>
      ${back}`;
  }
}

customElements.define("forgotten-form", ForgottenForm);
