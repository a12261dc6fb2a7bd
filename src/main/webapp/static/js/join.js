import {html} from "../vendor/lit-html/lit-html.js";
import {post, Problem} from "./api.js";
import {icon} from "./icon.js";
import {leaveFor} from "./session.js";
import {ownZone, StrangerForm} from "./stranger.js";

/** Signing up, with the invitation from the address where registration asks for one. */
class JoinForm extends StrangerForm {
  #invitation = new URLSearchParams(location.search).get("invitation") ?? undefined;

  inputOf(field) {
    return field === "invitation" ? "" : field;
  }

  async #signUp(data) {
    const account = {invitation: this.#invitation, name: data.get("name").trim(), password: data.get("password"), zone: ownZone()};
    try {
      await post("/auth/sign-up", account, {stranger: true});
    } catch (problem) {
      throw problem.status === 409 ? Problem.invalid([{field: "name", message: problem.detail || problem.message}]) : problem;
    }
    await leaveFor("/");
  }

  form({registration}) {
    if (registration === "closed") return notice("New accounts cannot be created here. Ask the administrator.");
    if (registration === "invite" && !this.#invitation) return notice("You need an invitation to create an account. Open the complete link you were sent, or ask the administrator for one.");
    return html`
      <form novalidate @submit=${(event) => this.submit(event, (data) => this.#signUp(data))}>
        ${this.problemNotice()}
        <div class="stack">
          ${this.input("name", "Name", {hint: "You sign in with this name. Letters, digits and .\u00a0_\u00a0@\u00a0+\u00a0-", autocomplete: "username", autocapitalize: "none", maxlength: 64, required: "Choose a name"})}
          ${this.input("password", "Password", {type: "password", hint: "At least 12 characters. A few unrelated words work well.", autocomplete: "new-password", maxlength: 128, required: "Choose a password"})}
          ${this.submitButton("Create account", "Creating…")}
        </div>
      </form>
      <p class="threshold-aside">Have an account? <a href="/sign-in/">Sign in</a></p>`;
  }
}

const notice = (words) => html`
  <div class="notice">${icon("info")}<p>${words}</p></div>
  <p class="threshold-aside">Have an account? <a href="/sign-in/">Sign in</a></p>`;

customElements.define("join-form", JoinForm);
