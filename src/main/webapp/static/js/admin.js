import {html} from "../vendor/lit-html/lit-html.js";
import "./admin-lists.js";
import "./shell.js";
import {get} from "./api.js";
import {requireSession, leaveFor} from "./session.js";
import {sheet} from "./sheet.js";
import {failedRoom} from "./states.js";
import {View} from "./view.js";

/** For administrators. It shows accounts and never health data. */
class AdminRoom extends View {
  #person = null;
  #registration = null;
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      const [person, {registration}] = await Promise.all([requireSession(), get("/auth/state")]);
      this.#registration = registration;
      this.#person = person.isAdmin ? person : await leaveFor("/");
    } catch (problem) {
      this.#problem = problem;
    }
    this.refresh();
  }

  template() {
    if (!this.#person) return this.#problem ? failedRoom("Administration", this.#problem) : null;
    const given = {person: this.#person};
    return html`
      <header class="page-head"><h1>Administration</h1></header>
      ${sheet("health", "Health", html`<part-list .given=${given}></part-list>`)}
      ${sheet("backups", "Backups", html`<backup-list .given=${given}></backup-list>`,
        "They are encrypted and stay on the server. To restore one, run assistant restore there.")}
      ${sheet("accounts", "Accounts", html`<account-list .given=${given}></account-list>`)}
      ${sheet("invitations", "Invitations",
        html`<invitation-list .given=${{...given, registration: this.#registration}}></invitation-list>`)}
      ${sheet("failures", "Failed sign-ins", html`<failure-list .given=${given}></failure-list>`,
        "Newest first. Unknown names are not kept, because people sometimes type a password into the name field.")}`;
  }
}

customElements.define("admin-room", AdminRoom);
