import {html, nothing} from "../vendor/lit-html/lit-html.js";
import "./import-names.js";
import "./import-questions.js";
import {get, post, remove, request} from "./api.js";
import {icon} from "./icon.js";
import {stateBadge} from "./import-list.js";
import {answerOf} from "./import-names.js";
import {importPreview, incoming, leftOut} from "./import-preview.js";
import {amountInWords, counted, nameOf, programInWords} from "./import-words.js";
import {leaveFor} from "./session.js";
import {sheet} from "./sheet.js";
import {failed, loading} from "./states.js";
import {toast} from "./toast.js";
import {View} from "./view.js";

const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 5_000;
const SILENT = 300_000; // whoever does not go on for this long has been killed, and can be begun anew

/**
 * One import on its way, and what has come of it. What is shown is always what the server says, so a reload loses nothing. Given: `{person, id, brought}`, the last being
 * what the server said of it just now.
 */
class ImportDetail extends View {
  #standing = null;
  #problem = null;
  #busy = false;
  #lost = false;
  #timer = 0;
  #pause = FIRST_PAUSE;
  #moved = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  get #path() {
    return `/imports/${encodeURIComponent(this.given.id)}`;
  }

  async #load() {
    try {
      this.#take(this.given.brought ?? (await get(this.#path)));
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.refresh();
  }

  #take(standing) {
    if (standing.state === "applying") {
      if (standing.progress.done !== this.#standing?.progress?.done) this.#moved = Date.now();
      this.#watch();
    }
    this.#standing = standing;
    document.title = `${nameOf(standing)} · Import · Primary Assistant`;
  }

  /** Asks again and again, less often the longer it takes; a connection that is lost meanwhile stops nothing. */
  #watch() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), this.#pause);
    this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 1.5);
  }

  async #look() {
    try {
      const standing = await get(this.#path);
      this.#lost = false;
      this.#take(standing);
      await this.refresh();
      if (standing.state !== "applying") this.querySelector("h2")?.focus();
    } catch (problem) {
      if (problem.status === 404) this.#problem = problem;
      else {
        this.#lost = true;
        this.#watch();
      }
      this.refresh();
    }
  }

  /** Says something of the file; what was said before is said again with it. */
  async #answer(change, stay = false) {
    const {answers, exercises} = this.#standing;
    const names = exercises.flatMap((one) => (answerOf(one) ? [{name: one.name, ...answerOf(one)}] : []));
    this.#take((await request("PUT", `${this.#path}/answers`, {body: {...answers, exercises: names, ...change}})).body);
    await this.refresh();
    if (!stay) this.querySelector("h2")?.focus();
  }

  async #replace(wanted) {
    try {
      await this.#answer({changed: wanted ? "replace" : "keep"}, true);
    } catch (problem) {
      toast(problem.words);
      this.refresh();
    }
  }

  /** Does something once, however often it is asked for. */
  async #once(action) {
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

  #apply() {
    return this.#once(async () => {
      this.#pause = FIRST_PAUSE;
      this.#take(await post(`${this.#path}/application`));
      await this.refresh();
      this.querySelector("h2")?.focus();
    });
  }

  #discard() {
    return this.#once(async () => {
      await remove(this.#path);
      await leaveFor("/imports/");
    });
  }

  #undo() {
    this.querySelector(".undo").close();
    return this.#once(async () => {
      await remove(this.#path);
      this.#take(await get(this.#path));
      toast("Undone");
      await this.refresh();
      this.querySelector("h2")?.focus();
    });
  }

  template() {
    const back = html`<p class="way-back"><a href="/imports/">${icon("back")}All imports</a></p>`;
    if (this.#problem) return html`${back}<div class="page-head"><h1>Import</h1></div><div class="sheet">${this.#failure()}</div>`;
    if (!this.#standing) return html`${back}<div class="page-head"><h1>Import</h1></div><div class="sheet">${loading("figure-bone", "field-bone")}</div>`;
    const {format, fileName, createdAt, state} = this.#standing;
    const {person} = this.given;
    return html`
      ${back}
      <header class="page-head import-head"><h1>${nameOf(this.#standing)}</h1>${stateBadge(state)}
        <p class="soft small">${[fileName && programInWords(format), person.moment(createdAt)].filter(Boolean).join(" · ")}</p></header>
      ${this.#body()}`;
  }

  #failure() {
    if (this.#problem.status !== 404) return failed(this.#problem, () => this.#load());
    return html`<div class="blank" role="alert">${icon("info")}<h2>There is no such import</h2>
      <p>It was thrown away, or waited for longer than a week.</p><a class="button" href="/imports/">All imports</a></div>`;
  }

  #body() {
    const {state} = this.#standing;
    if (state === "applying") return this.#applying();
    if (state === "applied") return this.#applied();
    if (state === "undone") return this.#undone();
    return this.#standing.questions.length ? this.#questions() : this.#preparation();
  }

  /** Where the focus goes when one part takes the place of another. */
  #part(id, title, body, words) {
    return html`
      <section class="sheet" aria-labelledby=${id}>
        <div class="sheet-head"><h2 id=${id} tabindex="-1">${title}</h2>${words ? html`<p>${words}</p>` : nothing}</div>
        ${body}
      </section>`;
  }

  #questions() {
    const {questions, answers} = this.#standing;
    const {person} = this.given;
    const given = {person, questions, answers, answer: (said) => this.#answer(said)};
    return html`
      ${this.#part("questions", questions.length === 1 ? "One question first" : `${person.asEntered(questions.length)} questions first`,
        html`<import-questions .given=${given}></import-questions>`, "The file can be read in more than one way.")}
      <div class="button-row">${this.#discardButton()}</div>`;
  }

  #discardButton() {
    return html`<button type="button" class="button" aria-disabled=${this.#busy} @click=${() => this.#discard()}>Throw this file away</button>`;
  }

  #preparation() {
    const {person} = this.given;
    const {exercises, preview, state, error} = this.#standing;
    const open = exercises.filter(({match}) => match === "open").length;
    const amount = incoming(this.#standing);
    const some = amountInWords(person, {...amount, sets: 0});
    const names = {person, standing: this.#standing, answer: (said) => this.#answer({exercises: said})};
    return html`
      ${error ? html`<div class="notice bad form-problem" role="alert">${icon("warning")}<p>${error}</p></div>` : nothing}
      ${exercises.length ? this.#part("names", open ? (open === 1 ? "One exercise to match" : `${person.asEntered(open)} exercises to match`) : "Exercises",
        html`<import-names .given=${names}></import-names>`, open ? "Their names are not known here. What you say is remembered for your next file." : "") : nothing}
      ${this.#part("preview", "What would be added", html`
        ${importPreview(this.#standing, person, (wanted) => this.#replace(wanted))}
        <div class="button-row import-go">
          ${some && state === "ready" ? html`<button type="button" class="button primary" aria-disabled=${this.#busy} @click=${() => this.#apply()}>${this.#busy ? "Beginning…" : `Import ${some}`}</button>` : nothing}
          ${this.#discardButton()}
          ${open ? html`<p class="soft small">Say what ${open === 1 ? "the exercise is" : "the exercises are"} first, then it can be imported.</p>` : nothing}
        </div>`, some || open ? "" : this.#nothing(preview))}
      ${this.#readings()}`;
  }

  #nothing({workouts, measurements, changes}) {
    if (changes?.replaceable) return "Nothing, unless it is to replace what differs.";
    return workouts.there + measurements.there + (changes?.edited ?? 0)
      ? "Nothing: everything in this file is here already." : "Nothing: not one row of this file can be taken over.";
  }

  /** What was answered of the file as a whole can be taken back as long as nothing is written. */
  #readings() {
    const {dates, decimals, units} = this.#standing.answers;
    const said = [
      dates && (dates === "day-first" ? "the day stands first in its dates" : "the month stands first in its dates"),
      decimals && `the ${decimals} stands before decimals`, ...Object.values(units).map((unit) => `values without a unit are in ${unit}`),
    ].filter(Boolean);
    if (!said.length) return nothing;
    const again = () => this.#once(() => this.#answer({dates: undefined, decimals: undefined, units: {}}));
    return html`<p class="soft import-reading">You said that ${new Intl.ListFormat("en").format(said)}.
      <button type="button" class="link-button" @click=${again}>Answer anew</button></p>`;
  }

  #applying() {
    const {person} = this.given;
    const {done, total} = this.#standing.progress;
    const stuck = Date.now() - this.#moved > SILENT;
    return this.#part("applying", "Importing…", html`
      <progress class="import-progress" aria-label="Lines imported" max=${total || 1} value=${done}></progress>
      <p class="number">${person.asEntered(done)} of ${counted(person, total, "line")}</p>
      <p class="soft" role="status">${this.#lost ? "The connection is lost. The import goes on, and this page looks for it again." : "You can leave this page; it goes on, all of it or nothing."}</p>
      ${stuck ? html`<div class="button-row"><button type="button" class="button" aria-disabled=${this.#busy} @click=${() => this.#apply()}>It has stopped: begin again</button></div>` : nothing}`);
  }

  #applied() {
    const {person} = this.given;
    const {result, preview, exercises} = this.#standing;
    const {workouts, sets, measurements, ownExercises, replaced = 0} = result;
    const sums = [
      workouts && ["Workouts", workouts], sets && ["Sets", sets], measurements && ["Measurements", measurements], ownExercises && ["Exercises of your own", ownExercises],
    ].filter(Boolean);
    const span = preview?.from ? `?from=${preview.from}&to=${preview.to}` : "";
    return html`
      ${this.#part("result", sums.length ? "It is here now" : "Nothing was new", html`
        ${sums.length ? html`<dl class="sums">${sums.map(([name, number]) => html`<div><dt>${name}</dt><dd class="number">${person.asEntered(number)}</dd></div>`)}</dl>` : html`<p>Everything in this file was here already.</p>`}
        ${replaced ? html`<p class="soft preview-span">${counted(person, replaced, "workout")} of an earlier import gave way.</p>` : nothing}
        <div class="button-row">
          ${workouts ? html`<a class="button primary" href="/training/">See the workouts</a>` : nothing}
          ${measurements ? html`<a class=${workouts ? "button" : "button primary"} href="/measurements/${span}">See the measurements</a>` : nothing}
          ${ownExercises ? html`<a class="button" href="/exercises/?shelf=mine">See your own exercises</a>` : nothing}
          ${sums.length ? html`<button type="button" class="button danger" aria-disabled=${this.#busy} @click=${() => this.querySelector(".undo").showModal()}>Undo the import</button>` : nothing}
        </div>`)}
      ${preview?.refused ? sheet("left-out", "What was left out", leftOut(preview, person, true)) : nothing}
      ${exercises.length ? sheet("names", "Exercises", html`<import-names .given=${{person, standing: this.#standing}}></import-names>`) : nothing}
      ${this.#confirmation()}`;
  }

  #confirmation() {
    const {person} = this.given;
    const {result} = this.#standing;
    return html`
      <dialog class="undo" aria-labelledby="undo-title" aria-describedby="undo-words">
        <h2 id="undo-title">Undo the whole import?</h2>
        <p id="undo-words">${amountInWords(person, result)} that came by it ${result.workouts + result.measurements === 1 ? "is" : "are"} deleted, also where you changed them since.
          ${result.replaced ? "Workouts that gave way to them come back. " : ""}Everything else stays. The same file can be imported again.</p>
        <div class="button-row">
          <button type="button" class="button danger" @click=${() => this.#undo()}>Undo the import</button>
          <button type="button" class="button" autofocus @click=${() => this.querySelector(".undo").close()}>Keep it</button>
        </div>
      </dialog>`;
  }

  #undone() {
    const {person} = this.given;
    const {result} = this.#standing;
    return this.#part("undone", "This import was undone", html`
      <p>${amountInWords(person, result) || "Nothing"} that came by it ${result.workouts + result.measurements === 1 ? "was" : "were"} deleted again. Bring the same file once more to have it back.</p>
      <div class="button-row"><a class="button primary" href="/imports/">Bring a file</a></div>`);
  }
}

customElements.define("import-detail", ImportDetail);
