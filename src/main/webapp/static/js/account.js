import {html} from "../vendor/lit-html/lit-html.js";
import "./account-lists.js";
import "./email-form.js";
import "./leaving.js";
import "./profile-form.js";
import "./shell.js";
import {request} from "./api.js";
import {FormView} from "./form.js";
import {requireSession} from "./session.js";
import {sheet} from "./sheet.js";
import {failedRoom} from "./states.js";
import {toast} from "./toast.js";
import {View} from "./view.js";

class PasswordForm extends FormView {
  async #change(data, form) {
    const keepTokens = data.has("keepTokens");
    await request("PUT", "/password", {body: {current: data.get("current"), replacement: data.get("replacement"), keepTokens}});
    this.clear(form, data);
    toast(`Password changed. Every other session has ended${keepTokens ? "" : ", and so has every API token"}.`);
    this.dispatchEvent(new CustomEvent("passwordchange", {bubbles: true}));
  }

  template() {
    return html`
      <form novalidate @submit=${(event) => this.submit(event, (data, form) => this.#change(data, form))}>
        ${this.problemNotice()}
        <input class="visually-hidden" type="text" name="username" autocomplete="username"
          value=${this.given.person.profile.name} tabindex="-1" aria-hidden="true" readonly>
        <div class="fields">
          ${this.input("current", "Current password", {type: "password", autocomplete: "current-password", maxlength: 128})}
          ${this.input("replacement", "New password", {
            type: "password",
            autocomplete: "new-password",
            hint: "At least 12 characters. A few unrelated words are good.",
            maxlength: 128,
          })}
        </div>
        <label class="choice"><input type="checkbox" name="keepTokens" value="true"> Keep my API tokens working</label>
        <div class="button-row">${this.submitButton("Change password", "Changing…")}</div>
      </form>`;
  }
}

/** One's own account: who one is, and who and what may act in one's name. */
class AccountRoom extends View {
  #person = null;
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("profilechange", ({detail}) => {
      this.#person = detail;
      this.refresh();
    });
    this.addEventListener("passwordchange", () => {
      for (const list of this.querySelectorAll("session-list, token-list")) list.load();
    });
    this.#load();
  }

  async #load() {
    try {
      this.#person = await requireSession();
    } catch (problem) {
      this.#problem = problem;
    }
    this.refresh();
  }

  template() {
    if (!this.#person) return this.#problem ? failedRoom("Account", this.#problem) : null;
    const given = {person: this.#person};
    return html`
      <header class="page-head"><h1>Account</h1><p class="soft">Signed in as ${this.#person.profile.name}</p></header>
      ${sheet("profile", "Profile", html`<profile-form .given=${given}></profile-form>`)}
      ${sheet("password", "Password", html`<password-form .given=${given}></password-form>`)}
      ${sheet("email", "E-mail", html`<email-form .given=${given}></email-form>`)}
      ${sheet("sessions", "Sessions", html`<session-list .given=${given}></session-list>`)}
      ${sheet("tokens", "API tokens", html`<token-list .given=${given}></token-list>`, html`
        A token lets a program act in your name, within its access and until it expires.
        The <a href="/reference/">API reference</a> says what it can do.`)}
      ${sheet("leaving", "Delete account", html`<leaving-form .given=${given}></leaving-form>`)}`;
  }
}

customElements.define("password-form", PasswordForm);
customElements.define("account-room", AccountRoom);
