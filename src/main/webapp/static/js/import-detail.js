import {html, nothing} from "../vendor/lit-html/lit-html.js";
import "./import-names.js";
import "./import-questions.js";
import {get, post, remove, request} from "./api.js";
import {icon} from "./icon.js";
import {stateBadge} from "./import-list.js";
import {answerOf} from "./import-names.js";
import {importPreview, incoming, leftOut} from "./import-preview.js";
import {importResult, isNew, undoDialog, undoneWords} from "./import-result.js";
import {amountInWords, counted, nameOf, programInWords, readingsInWords} from "./import-words.js";
import {leaveFor} from "./session.js";
import {sheet} from "./sheet.js";
import {failed, loading} from "./states.js";
import {toast} from "./toast.js";
import {View} from "./view.js";

const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 5_000;

/** Whether the server works on it, and it is to be asked for again. */
const isInWork = ({state}) => state === "analysing" || state === "applying";

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
    if (isInWork(standing)) this.#watch();
    else this.#pause = FIRST_PAUSE;
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
      if (!isInWork(standing)) this.querySelector("h2")?.focus();
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
    if (state === "analysing") return this.#analysing();
    if (state === "refused") return this.#refused();
    if (state === "applying") return this.#working("applying", "Importing…", "Lines imported", "You can leave this page; it goes on, all of it or nothing.");
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
      ${this.#readings()}
      <div class="button-row">${this.#discardButton()}</div>`;
  }

  #discardButton() {
    return html`<button type="button" class="button" aria-disabled=${this.#busy} @click=${() => this.#discard()}>Throw this file away</button>`;
  }

  #preparation() {
    const {person} = this.given;
    const {exercises, preview, state, error, assumed} = this.#standing;
    const open = exercises.filter(({match}) => match === "open").length;
    const amount = incoming(this.#standing);
    const some = amountInWords(person, {...amount, sets: 0});
    const names = {person, standing: this.#standing, answer: (said) => this.#answer({exercises: said})};
    return html`
      ${assumed.length ? this.#readings() : nothing}
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
      ${assumed.length ? nothing : this.#readings()}`;
  }

  #nothing({workouts, measurements, changes}) {
    if (changes?.replaceable) return "Nothing, unless it is to replace what differs.";
    return workouts.there + measurements.there + (changes?.edited ?? 0)
      ? "Nothing: everything in this file is here already." : "Nothing: not one row of this file can be taken over.";
  }

  /** What was answered of the file as a whole, now or for an earlier one, can be taken back as long as nothing is written. */
  #readings() {
    const said = readingsInWords(this.#standing);
    if (!said) return nothing;
    const again = () => this.#once(() => this.#answer({dates: undefined, decimals: undefined, units: {}}));
    return html`<p class="soft import-reading">${said}
      <button type="button" class="link-button" @click=${again}>Answer anew</button></p>`;
  }

  /** What goes on at the server, how far it is, and how to end it. */
  #working(id, title, label, words, action) {
    const {person} = this.given;
    const {done, total} = this.#standing.progress;
    return this.#part(id, title, html`
      <progress class="import-progress" aria-label=${label} max=${total || 1} value=${Math.min(done, total)}></progress>
      <p class="number">${person.asEntered(Math.min(done, total))} of ${counted(person, total, "line")}</p>
      <p class="soft" role="status">${this.#lost ? "The connection is lost. The work goes on, and this page looks for it again." : words}</p>
      ${action ? html`<div class="button-row">${action}</div>` : nothing}`);
  }

  #analysing() {
    return this.#working("analysing", "Reading the file…", "Lines read", "You can leave this page; the file is read meanwhile, and nothing is added yet.",
      html`<button type="button" class="button" aria-disabled=${this.#busy} @click=${() => this.#discard()}>Cancel</button>`);
  }

  #refused() {
    return this.#part("refused", "This file cannot be read", html`
      <div class="notice bad form-problem">${icon("warning")}<p>${this.#standing.error}</p></div>
      <div class="button-row"><a class="button primary" href="/imports/">Choose another file</a>${this.#discardButton()}</div>`);
  }

  #applied() {
    const {person} = this.given;
    const {preview, exercises, result} = this.#standing;
    return html`
      ${this.#part("result", isNew(result) ? "It is here now" : "Nothing was new",
        importResult(this.#standing, person, this.#busy, () => this.querySelector(".undo").showModal()))}
      ${preview?.refused ? sheet("left-out", "What was left out", leftOut(preview, person, true)) : nothing}
      ${exercises.length ? sheet("names", "Exercises", html`<import-names .given=${{person, standing: this.#standing}}></import-names>`) : nothing}
      ${undoDialog(this.#standing, person, () => this.#undo(), () => this.querySelector(".undo").close())}`;
  }

  #undone() {
    return this.#part("undone", "This import was undone", undoneWords(this.#standing, this.given.person));
  }
}

customElements.define("import-detail", ImportDetail);
