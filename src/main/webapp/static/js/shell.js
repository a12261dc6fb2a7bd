import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {post} from "./api.js";
import {dropDrafts} from "./draft.js";
import {icon} from "./icon.js";
import {leavingNotice} from "./leaving.js";
import {currentPersonOrNull, leaveFor, requireSession} from "./session.js";
import {toast} from "./toast.js";
import {trainingRoom} from "./training-nav.js";
import {View} from "./view.js";

const rooms = [
  {path: "/", name: "Today", symbol: "today"},
  {path: "/measurements/", name: "Measurements", symbol: "chart"},
  {path: "/training/", name: "Training", symbol: "barbell"},
  {path: "/account/", name: "Account", symbol: "person"},
];

const themes = [["system", "System"], ["light", "Light"], ["dark", "Dark"]];

/** A room of a section marks the section too. */
function currency(path) {
  if (path === location.pathname) return "page";
  return path === "/training/" && trainingRoom(location.pathname) ? "true" : nothing;
}

const logo = new URL("../img/logo.svg", import.meta.url).pathname;

/**
 * The head of every room: the sign, the rooms, the person's own menu. On a phone the rooms move to the foot.
 * With the attribute `open` it also serves strangers.
 */
class Header extends View {
  #person = null;

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("profilechange", ({detail}) => this.#welcome(detail));
    // A failure is told by the room, which asks the same question.
    const person = this.hasAttribute("open") ? currentPersonOrNull() : requireSession();
    person.then((whom) => this.#welcome(whom), () => {});
  }

  #welcome(person) {
    this.#person = person;
    this.refresh();
  }

  async #signOut() {
    try {
      await post("/auth/sign-out", undefined);
      dropDrafts();
      leaveFor("/sign-in/");
    } catch (problem) {
      toast(problem.words);
    }
  }

  template() {
    return html`
      <header class="bar">
        <a class="brand" href="/"><img src=${logo} width="28" height="28" alt="">Primary Assistant</a>
        <nav class="rooms" aria-label="Rooms">
          <ul class="plain">
            ${rooms.map(({path, name, symbol}) => html`
              <li><a href=${path} aria-current=${currency(path)}>${icon(symbol)}${name}</a></li>`)}
          </ul>
        </nav>
        ${this.#person ? this.#menu(this.#person) : nothing}
      </header>
      ${this.#person?.profile.deletionAt ? leavingNotice(this.#person) : nothing}`;
  }

  #menu({profile, isAdmin}) {
    const theme = document.documentElement.dataset.theme ?? "system";
    return html`
      <button type="button" class="menu-button" popovertarget="menu">
        <span class="initial" aria-hidden="true">${[...profile.displayName][0].toLocaleUpperCase(profile.locale)}</span>
        <span class="visually-hidden">Menu of </span><span class="menu-name">${profile.displayName}</span>
      </button>
      <div class="menu" id="menu" popover>
        ${isAdmin ? html`<a href="/admin/">${icon("shield")}Administration</a>` : nothing}
        <a href="/reference/">${icon("book")}API reference</a>
        <fieldset>
          <legend>Theme</legend>
          <div class="segments">
            ${themes.map(([value, words]) => html`
              <label><input type="radio" name="theme" value=${value} .checked=${value === theme}
                @change=${() => document.dispatchEvent(new CustomEvent("themechosen", {detail: value}))}>
              <span>${words}</span></label>`)}
          </div>
        </fieldset>
        <button type="button" class="menu-item" @click=${() => this.#signOut()}>${icon("leave")}Sign out</button>
      </div>`;
  }
}

customElements.define("app-header", Header);
