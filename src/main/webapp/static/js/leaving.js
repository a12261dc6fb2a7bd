import {html} from "../vendor/lit-html/lit-html.js";
import {post, remove} from "./api.js";
import {dropDrafts} from "./draft.js";
import {FormView} from "./form.js";
import {icon} from "./icon.js";
import {leaveFor} from "./session.js";
import {toast} from "./toast.js";

/** What the sign-in page is to say to somebody whose account was just marked for deletion. It outlives no tab. */
const FAREWELL = "deletion-at";

/** When the account of the person who has just left will be deleted, or null; told once. */
export function farewell() {
  const at = sessionStorage.getItem(FAREWELL);
  sessionStorage.removeItem(FAREWELL);
  return at;
}

/** Deleting one's own account. Given: `{person}`. */
class LeavingForm extends FormView {
  async #leave(data) {
    const {deletionAt} = await post("/account/deletion", {password: data.get("password")});
    dropDrafts();
    sessionStorage.setItem(FAREWELL, this.given.person.moment(deletionAt));
    this.querySelector("form").reset();
    await leaveFor("/sign-in/");
  }

  template() {
    if (this.given.person.profile.deletionAt) return html`<p>It will be deleted, unless you choose “Keep my account” at the top of the page.</p>`;
    return html`
      <p>Your profile, measurements, workouts, programs, exercises, imports and API tokens are deleted for good after 30 days.
        You are signed out everywhere and your tokens stop working now. To keep the account after all, sign in within 30 days and
        choose “Keep my account”.</p>
      <p class="soft small">Backups of the server keep a copy until they are too old to be kept.
        Take your data with you first: <a href="/imports/">export it</a>.</p>
      <form class="below" novalidate @submit=${(event) => this.submit(event, (data) => this.#leave(data))}>
        ${this.problemNotice()}
        <input class="visually-hidden" type="text" name="username" autocomplete="username"
          value=${this.given.person.profile.name} tabindex="-1" aria-hidden="true" readonly>
        <div class="fields">
          ${this.input("password", "Your password, to delete the account", {type: "password", autocomplete: "current-password", maxlength: 128})}
        </div>
        <div class="button-row">
          <button type="submit" class="button danger" aria-disabled=${this.busy}>${this.busy ? "Deleting…" : "Delete my account"}</button>
        </div>
      </form>`;
  }
}

/** Above every room of somebody whose account is to be deleted. */
export const leavingNotice = (person) => html`
  <div class="leaving notice warn" role="region" aria-label="Deletion of your account">
    ${icon("warning")}
    <p>Your account will be deleted on ${person.moment(person.profile.deletionAt)}. Signing in has not changed that.</p>
    <button type="button" class="button primary" @click=${keep}>Keep my account</button>
  </div>`;

async function keep() {
  try {
    await remove("/account/deletion");
    location.reload();
  } catch (problem) {
    toast(problem.words);
  }
}

customElements.define("leaving-form", LeavingForm);
