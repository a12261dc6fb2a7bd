import {html} from "../vendor/lit-html/lit-html.js";
import {post} from "./api.js";
import {leaveFor} from "./session.js";
import {ownZone, StrangerForm} from "./stranger.js";

/** The first visit on an empty installation: whoever can read the server's log becomes its administrator. */
class SetupForm extends StrangerForm {
  get occasion() {
    return {settingUp: true};
  }

  async #setUp(data) {
    await post("/auth/setup", {code: data.get("code").trim(), name: data.get("name").trim(), password: data.get("password"), zone: ownZone()}, {stranger: true});
    await leaveFor("/");
  }

  form() {
    return html`
      <p class="threshold-lead soft">This installation has no administrator yet. Create the first one here.</p>
      <form novalidate @submit=${(event) => this.submit(event, (data) => this.#setUp(data))}>
        ${this.problemNotice()}
        <div class="stack">
          ${this.input("code", "Setup code", {hint: "Find it in the server’s log, or in the terminal where the program was started.", autocapitalize: "none", maxlength: 64, required: "Enter the setup code"})}
          ${this.input("name", "Name", {hint: "You sign in with this name. Letters, digits and .\u00a0_\u00a0@\u00a0+\u00a0-", autocomplete: "username", autocapitalize: "none", maxlength: 64, required: "Choose a name"})}
          ${this.input("password", "Password", {type: "password", hint: "At least 12 characters. A few unrelated words work well.", autocomplete: "new-password", maxlength: 128, required: "Choose a password"})}
          ${this.submitButton("Create the administrator", "Creating…")}
        </div>
      </form>
      <p class="threshold-aside">Have an account? <a href="/sign-in/">Sign in</a></p>`;
  }
}

customElements.define("setup-form", SetupForm);
