import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {icon} from "./icon.js";
import {doubts} from "./set-doubt.js";
import {columns} from "./set-fields.js";
import {View} from "./view.js";
import {setKinds} from "./vocabulary.js";
import {liftsTheBody} from "./workout-document.js";

/**
 * One set of an exercise: what is typed is taken at once, and one tap says that it is done. Fields that are left empty then
 * take what stands in them in grey: what was done last time. What is still empty then is asked for. Every number is in the
 * person's unit; what was entered in another stays in it as long as nobody types. A weight that was typed is told by `setweight`
 * once it is complete. A number that was typed and is far from what was done before is asked about once, in place.
 * Given: `{person, exercise, set, index, before, last, target}`.
 */
class SetRow extends View {
  #typed = new Map();
  #wrong = new Map();
  #helped = undefined;
  #doubt = null;
  #meant = new Set();

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, {bubbles: true, detail}));
  }

  #type(column, text) {
    this.#typed.set(column.key, text);
    this.#doubt = null;
    const value = text.trim() ? column.read(text) : undefined;
    if (column.field === "added" && /^\s*[−-]/.test(text)) this.#helped = true;
    const helps = column.field === "added" && this.#isHelped;
    const wrong = value !== undefined && !(value >= column.low && value <= (helps ? column.help : column.high));
    if (wrong) this.#wrong.set(column.key, column.words);
    else this.#wrong.delete(column.key);
    if (wrong) return this.refresh();
    this.#change({
      [column.key]: helps && value ? -value : value, ...(column.key === "weight" ? {unit: column.unit} : {}),
      ...(column.key === "rpe" ? {rir: undefined} : {}), // a file's RIR would be believed before the RPE that is typed
    });
    this.refresh();
  }

  /** Whether a machine or a band takes weight from the body. */
  get #isHelped() {
    const {set, before} = this.given;
    return this.#helped ?? (set.weight ?? before?.weight ?? 0) < 0;
  }

  #help() {
    const {weight} = this.given.set;
    this.#helped = !this.#isHelped;
    if (weight) this.#change({weight: -weight});
    this.refresh();
  }

  #change(change) {
    this.#tell("setchange", {id: this.given.set.id, change});
  }

  /** With what was done before in place of what is empty. */
  #done() {
    const {set, exercise, person, before} = this.given;
    if (set.done) return this.#change({done: false});
    if (this.#wrong.size) return this.querySelector("[aria-invalid=true]").focus();
    const fields = columns(exercise, person);
    const taken = {};
    for (const {key} of fields) {
      if (key === "rpe" || set[key] !== undefined || before?.[key] === undefined) continue;
      taken[key] = before[key];
      if (key === "weight") taken.unit = before.unit;
    }
    const empty = fields.find(({optional, key}) => !optional && (taken[key] ?? set[key]) === undefined);
    if (empty) {
      this.#wrong.set(empty.key, empty.words);
      return this.refresh().then(() => this.querySelector("[aria-invalid=true]").focus());
    }
    if (this.#ask(this.#doubtOf({...set, ...taken}))) return;
    this.#carry();
    for (const key of Object.keys(taken)) this.#typed.delete(key);
    this.#tell("setchange", {id: set.id, change: {...taken, done: true}, rested: true});
  }

  /** What was typed and is to be asked about, unless it was said to be meant. */
  #doubtOf(set) {
    const {person, exercise, last} = this.given;
    return doubts(person, exercise, set, last, exercise.sets)
      .find(({key, words}) => this.#typed.has(key) && !this.#meant.has(words));
  }

  #ask(doubt) {
    if (!doubt) return false;
    this.#doubt = doubt;
    this.refresh().then(() => this.querySelector(".set-doubt .button").focus());
    return true;
  }

  #keep() {
    this.#meant.add(this.#doubt.words);
    this.#doubt = null;
    this.refresh();
    if (!this.given.set.done) this.#done();
  }

  #correct() {
    const {key} = this.#doubt;
    this.#doubt = null;
    this.refresh().then(() => this.querySelector(`[data-key=${key}]`).focus());
  }

  /** A weight that is complete is carried, unless it is doubtful. What is corrected after the tick is asked about too. */
  #complete(column) {
    const {set} = this.given;
    const doubt = this.#doubtOf(set);
    if (set.done && this.#ask(doubt)) return;
    if (column.key === "weight" && doubt?.key !== "weight") this.#carry();
  }

  #carry() {
    if (this.#typed.has("weight") && !this.#wrong.has("weight")) this.#tell("setweight", {id: this.given.set.id});
  }

  #shown({key, write}) {
    const {set} = this.given;
    const text = this.#typed.get(key);
    if (text?.trim()) return text;
    return set[key] === undefined ? (text ?? "") : write(set);
  }

  template() {
    const {person, exercise, set, index, before} = this.given;
    const about = `of set ${index + 1}, ${exercise.name}`;
    const described = `wrong-${set.id}`;
    return html`
      <div class="set-line ${set.done ? "done" : ""}">
        <span class="set-number" aria-hidden="true">${index + 1}</span>
        ${columns(exercise, person).map((column) => html`
          <input class="set-input" data-key=${column.key} inputmode=${column.mode} autocomplete="off" maxlength="12"
            aria-label="${column.name} ${about}"
            aria-invalid=${this.#wrong.has(column.key) ? "true" : nothing}
            aria-describedby=${this.#wrong.has(column.key) ? described : nothing}
            placeholder=${column.key !== "rpe" && before?.[column.key] !== undefined ? column.write(before) : nothing}
            data-unit=${column.unit ?? nothing} .value=${this.#shown(column)}
            @input=${(event) => this.#type(column, event.target.value)}
            @change=${() => this.#complete(column)} @focus=${(event) => event.target.select()}>`)}
        <button type="button" class="set-done" aria-pressed=${set.done} aria-label="Done: set ${index + 1}, ${exercise.name}"
          @click=${() => this.#done()}>${icon("check")}</button>
      </div>
      ${this.#wrong.size ? html`
        <p class="field-error" id=${described}>${icon("warning")}
          <span>${[...this.#wrong.values()].join(". ")}</span></p>` : nothing}
      ${this.#doubt ? this.#question(index, exercise) : nothing}
      <div class="set-more">
        ${this.given.target ? html`<span class="set-target">Target ${this.given.target}</span>` : nothing}
        <select class="set-kind" aria-label="Kind ${about}" @change=${(event) => this.#change({kind: event.target.value})}>
          ${setKinds().map(([kind, words]) => html`<option value=${kind} .selected=${set.kind === kind}>${words}</option>`)}
        </select>
        ${liftsTheBody(exercise) ? html`
          <button type="button" class="set-help" aria-pressed=${this.#isHelped}
            aria-label="Assisted: set ${index + 1}, ${exercise.name}" @click=${() => this.#help()}>Assisted</button>` : nothing}
        <button type="button" class="icon-button" aria-label="Remove set ${index + 1}, ${exercise.name}"
          @click=${() => this.#tell("setremove", {id: set.id})}>${icon("trash")}</button>
      </div>`;
  }

  #question(index, exercise) {
    const about = html`<span class="visually-hidden"> set ${index + 1}, ${exercise.name}</span>`;
    return html`
      <div class="set-doubt" role="alert">
        <p>${this.#doubt.words}</p>
        <button type="button" class="button" @click=${() => this.#correct()}>Change${about}</button>
        <button type="button" class="button" @click=${() => this.#keep()}>Keep${about}</button>
      </div>`;
  }
}

customElements.define("set-row", SetRow);
