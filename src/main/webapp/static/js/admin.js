import {html} from "../vendor/lit-html/lit-html.js";
import "./admin-lists.js";
import "./shell.js";
import {enter, leaveFor} from "./session.js";
import {failedRoom} from "./states.js";
import {View} from "./view.js";

/** For administrators. It shows accounts and never health data. */
class AdminRoom extends View {
  #person = null;
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      const person = await enter();
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
      <section class="sheet" aria-labelledby="health"><div class="sheet-head"><h2 id="health">Health</h2></div><part-list .given=${given}></part-list></section>
      <section class="sheet" aria-labelledby="accounts"><div class="sheet-head"><h2 id="accounts">Accounts</h2></div><account-list .given=${given}></account-list></section>
      <section class="sheet" aria-labelledby="invitations"><div class="sheet-head"><h2 id="invitations">Invitations</h2></div><invitation-list .given=${given}></invitation-list></section>
      <section class="sheet" aria-labelledby="failures"><div class="sheet-head"><h2 id="failures">Failed sign-ins</h2><p>Newest first. A name that no account has is not kept: people type passwords into the wrong field.</p></div><failure-list .given=${given}></failure-list></section>`;
  }
}

customElements.define("admin-room", AdminRoom);
