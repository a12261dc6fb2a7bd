import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {post} from "./api.js";
import {icon} from "./icon.js";
import {farewell} from "./leaving.js";
import {destination, leaveFor} from "./session.js";
import {StrangerForm} from "./stranger.js";

class SignInForm extends StrangerForm {
  #farewell = farewell();

  async #signIn(data) {
    await post("/auth/sign-in", {name: data.get("name").trim(), password: data.get("password")}, {stranger: true});
    await leaveFor(destination());
  }

  form({registration, setupNeeded}) {
    return html`
      ${this.#farewell ? html`
        <div class="notice stranger-news" role="status">${icon("info")}<p>You are signed out. Your account will be deleted on ${this.#farewell}.
          To keep it, sign in before then and choose “Keep my account”.</p></div>` : nothing}
      <form novalidate @submit=${(event) => this.submit(event, (data) => this.#signIn(data))}>
        ${this.problemNotice()}
        <div class="stack">
          ${this.input("name", "Name", {autocomplete: "username", autocapitalize: "none", maxlength: 64, required: "Enter your name"})}
          ${this.input("password", "Password", {type: "password", autocomplete: "current-password", maxlength: 128, required: "Enter your password"})}
          ${this.submitButton("Sign in", "Signing in…")}
        </div>
      </form>
      <p class="threshold-aside"><a href="/forgotten/">Forgotten your password?</a></p>
      ${setupNeeded ? html`<p class="threshold-aside">No administrator yet? <a href="/setup/">Set up</a></p>` : nothing}
      ${registration === "open" ? html`<p class="threshold-aside">New here? <a href="/join/">Create an account</a></p>` : nothing}
      ${registration === "closed" ? html`<p class="threshold-aside soft small">New accounts cannot be created here.</p>` : nothing}
      ${registration === "invite" ? html`<p class="threshold-aside soft small">To create an account, open the invitation link you were sent.</p>` : nothing}`;
  }
}

customElements.define("sign-in-form", SignInForm);
