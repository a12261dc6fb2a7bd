import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {post, remove, request} from "./api.js";
import {icon} from "./icon.js";
import {Loaded} from "./loaded.js";
import {dayName, sessionExercises, sessionTitle, startSession} from "./next-session.js";
import {toast} from "./toast.js";

const states = {done: "done", skipped: "skipped", next: "next", ahead: "to come"};

/** The program that is followed: where one stands in it, and what comes next. Given: `{person, enrolment}`. It tells of a change by `enrolmentchange`. */
class ProgramRunning extends Loaded {
  #busy = false;

  get path() {
    return `${this.#enrolment}/next`;
  }

  get #enrolment() {
    return `/enrolments/${this.given.enrolment.id}`;
  }

  /** Does one thing at a time, and says why where it cannot be done. */
  async #act(action) {
    if (this.#busy) return;
    this.#busy = true;
    this.refresh();
    try {
      await action();
    } catch (problem) {
      toast(problem.words);
    }
    this.#busy = false;
    this.refresh();
  }

  #start() {
    return this.#act(() => startSession(this.content));
  }

  #skip() {
    const {place, day} = this.content.session;
    return this.#act(async () => {
      await request("PUT", `${this.#enrolment}/skips/${place}`);
      await this.load();
      toast(`Skipped ${dayName(day)}`, {label: "Undo", run: () => this.#unskip(place, day)});
      this.querySelector(".running-next h3")?.focus();
    });
  }

  #unskip(place, day) {
    return this.#act(async () => {
      await remove(`${this.#enrolment}/skips/${place}`);
      await this.load();
      toast(`${dayName(day)} is to be done again`);
    });
  }

  #become(verb) {
    return this.#act(async () => {
      const enrolment = await post(`${this.#enrolment}/${verb}`);
      this.querySelector("dialog").close();
      this.dispatchEvent(new CustomEvent("enrolmentchange", {bubbles: true, detail: enrolment}));
    });
  }

  shown(next, person) {
    const {enrolment} = this.given;
    const paused = enrolment.state === "paused";
    return html`
      <div class="running-head">
        <p class="soft small">${paused ? "Paused" : "You follow"}</p>
        <h2 id="running"><a href="/programs/?followed=${enrolment.id}">${enrolment.programName}</a></h2>
        ${next.session ? this.#standing(next) : html`<p>It is over, after ${next.done === 1 ? "one session" : `${next.done} sessions`}. Well done.</p>`}
      </div>
      ${this.#stops(next.round)}
      ${next.session ? html`
        <section class="running-next" aria-labelledby="next-session">
          <h3 id="next-session" tabindex="-1">Next: ${sessionTitle(person, next)}</h3>
          ${paused ? html`<p class="notice">${icon("info")}<span>Nothing is due while it is paused. It goes on where you left it.</span></p>` : nothing}
          ${sessionExercises(person, next)}
        </section>` : nothing}
      <div class="button-row running-actions">
        ${next.session && !paused ? html`
          <button type="button" class="button primary start" aria-disabled=${this.#busy} @click=${() => this.#start()}>${next.session.begun ? "Continue this session" : "Start this session"}</button>
          <button type="button" class="button" aria-disabled=${this.#busy} @click=${() => this.#skip()}>Skip it</button>` : nothing}
        ${paused && next.session ? html`<button type="button" class="button primary start" aria-disabled=${this.#busy} @click=${() => this.#become("resumption")}>Resume</button>` : nothing}
        ${next.session && !paused ? html`<button type="button" class="button" aria-disabled=${this.#busy} @click=${() => this.#become("pause")}>Pause</button>` : nothing}
        ${next.session ? html`<a class="button" href="/programs/?begun=${enrolment.id}">Days and weights</a>` : nothing}
        <button type="button" class="button ${next.session ? "" : "primary"}" @click=${() => this.querySelector("dialog").showModal()}>End program</button>
      </div>
      <dialog aria-labelledby="end-title">
        <h2 id="end-title">End ${enrolment.programName}?</h2>
        <p>It cannot be taken up again where you left it. What you trained stays.</p>
        <div class="button-row">
          <button type="button" class="button danger" aria-disabled=${this.#busy} @click=${() => this.#become("end")}>End it</button>
          <button type="button" class="button" @click=${() => this.querySelector("dialog").close()}>Go on with it</button>
        </div>
      </dialog>`;
  }

  #standing({session, round, done, skipped}) {
    const weeks = new Set(round.map(({week}) => week)).size;
    const parts = [session.phase, `round ${session.round}`, weeks > 1 ? `week ${session.week} of ${weeks}` : ""].filter(Boolean).join(", ");
    return html`<p>${parts} <span class="soft">· ${done} done${skipped ? `, ${skipped} skipped` : ""}</span></p>`;
  }

  /** The round as a strip, week by week. What was skipped last can be taken back in it. */
  #stops(round) {
    const weeks = Map.groupBy(round, ({week}) => week);
    const last = round.findLast(({state}) => state === "done" || state === "skipped");
    return html`
      <ol class="plain stops" aria-label="This round">${[...weeks].map(([week, stops]) => html`
        <li><span class="soft small">${weeks.size > 1 ? `Week ${week}` : "Sessions"}${stops[0].lighter ? ", lighter" : ""}</span>
          <ol class="plain">${stops.map(({day, state}) => html`
            <li class="stop" data-state=${state} title="${dayName(day)}: ${states[state]}">${state === "done" ? icon("check") : state === "skipped" ? html`<span aria-hidden="true">–</span>` : nothing}
              <span class="visually-hidden">${dayName(day)}: ${states[state]}</span></li>`)}</ol></li>`)}</ol>
      ${last?.state === "skipped" ? html`<button type="button" class="button quiet" aria-disabled=${this.#busy} @click=${() => this.#unskip(last.place, last.day)}>Take back: ${dayName(last.day)} was skipped</button>` : nothing}`;
  }
}

customElements.define("program-running", ProgramRunning);
