import {html} from "../vendor/lit-html/lit-html.js";
import "./program-detail.js";
import "./program-editor.js";
import "./program-list.js";
import "./program-running.js";
import "./program-start.js";
import "./shell.js";
import {get} from "./api.js";
import {icon} from "./icon.js";
import {requireSession} from "./session.js";
import {sheet} from "./sheet.js";
import {failedRoom} from "./states.js";
import {toast} from "./toast.js";
import {View} from "./view.js";

/**
 * The room of programs. The address says whether it shows all, one (`id`, `followed`), its start (`start`, `begun`) or the editor
 * (`edit`, `copy`, `new`).
 */
class ProgramsRoom extends View {
  #asked = new URLSearchParams(location.search);
  #person = null;
  #enrolment = null;
  #program = null;
  #plates = undefined;
  #problem = null;
  #given = null;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("enrolmentchange", ({detail}) => this.#changed(detail));
    this.#load();
  }

  get #asksForOne() {
    return Boolean(this.#id || this.#followed);
  }

  /** What is followed stays as it was when it was begun, also where the program was changed or deleted since. */
  get #path() {
    return this.#followed ? `/enrolments/${encodeURIComponent(this.#followed)}/program`
      : `/programs/${encodeURIComponent(this.#id)}`;
  }

  /** The program that the address names, if it names one. */
  get #id() {
    return ["id", "start", "edit", "copy"].map((name) => this.#asked.get(name)).find(Boolean);
  }

  get #followed() {
    return this.#asked.get("followed") ?? this.#asked.get("begun");
  }

  async #load() {
    try {
      const person = await requireSession();
      const [enrolment, program, begun] = await Promise.all([
        get("/enrolments/current"), this.#asksForOne ? get(this.#path) : null,
        this.#followed ? get(`/enrolments/${encodeURIComponent(this.#followed)}`) : null,
      ]);
      this.#enrolment = enrolment;
      this.#program = program;
      this.#plates = begun?.unit;
      this.#person = person;
      this.#hand();
    } catch (problem) {
      this.#problem = problem;
    }
    this.refresh();
  }

  #hand() {
    this.#given = {
      person: this.#person, enrolment: this.#enrolment, program: this.#program, plates: this.#plates,
      asBegun: this.#asked.has("followed"), copying: !this.#asked.has("edit"),
    };
    if (this.#program) document.title = `${this.#program.program.name} · Primary Assistant`;
  }

  /** The button that was pressed is gone then; what has the focus is what stands in its place. */
  async #changed(enrolment) {
    const words = {active: "Resumed", paused: "Paused", ended: "Ended"}[enrolment.state];
    toast(`${words} ${enrolment.programName}`);
    this.#enrolment = enrolment.state === "ended" ? null : enrolment;
    this.#hand();
    await this.refresh();
    await this.querySelector("program-running")?.refresh();
    (this.querySelector(".running-actions .start") ?? document.querySelector("#content")).focus();
  }

  template() {
    if (!this.#person) return this.#problem ? this.#failed() : null;
    if (this.#asked.has("new") || this.#asked.has("copy") || this.#asked.has("edit")) {
      return html`<program-editor .given=${this.#given}></program-editor>`;
    }
    if (this.#asked.has("start") || (this.#asked.has("begun") && this.#enrolment)) {
      return html`<program-start .given=${this.#given}></program-start>`;
    }
    return this.#program ? html`<program-detail .given=${this.#given}></program-detail>` : this.#all();
  }

  #all() {
    return html`
      <header class="page-head exercises-head"><h1>Programs</h1>
        <a class="button" href="/programs/?new">${icon("plus")}Write your own</a></header>
      ${this.#enrolment
        ? html`<section class="sheet running" aria-labelledby="running">
            <program-running .given=${this.#given}></program-running></section>`
        : html`<section class="sheet" aria-labelledby="none"><div class="blank">${icon("today")}
            <h2 id="none">You follow no program</h2>
            <p>A program says what comes next, how heavy, and why. Choose one below; its first session stands ready at once.</p>
            </div></section>`}
      ${sheet("all-programs", "All programs", html`<program-list .given=${this.#given}></program-list>`)}
      <program-history .given=${this.#given}></program-history>`;
  }

  #failed() {
    if (this.#problem.status !== 404 && this.#problem.status !== 400) return failedRoom("Programs", this.#problem);
    return html`
      <div class="page-head"><h1>Programs</h1></div>
      <div class="sheet"><div class="blank" role="alert">${icon("info")}<h2>There is no such program</h2>
        <p>It may have been deleted.</p><a class="button" href="/programs/">All programs</a></div></div>`;
  }
}

customElements.define("programs-room", ProgramsRoom);
