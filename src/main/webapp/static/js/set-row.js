import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {icon} from "./icon.js";
import {massUnit} from "./mass.js";
import {parseNumber} from "./units.js";
import {View} from "./view.js";
import {fieldsOf, liftsTheBody} from "./workout-document.js";

const kinds = [["working", "Working"], ["warm-up", "Warm-up"], ["drop", "Drop"], ["failure", "To failure"], ["amrap", "AMRAP"]];

const whole = (low, high) => ({
  read: (text) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN), low, high, words: `Write a whole number from ${low} to ${high}`, mode: "numeric",
});

/** "1:30", "90", "1:05:00": to seconds. */
const readDuration = (text) => {
  const parts = text.trim().split(":");
  if (parts.length > 3 || !parts.every((part) => /^\d{1,5}$/.test(part))) return Number.NaN;
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0);
};

const writeDuration = (seconds) => (seconds < 60 ? String(seconds) : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);

const inputs = {
  weight: {key: "weight", name: "Weight", read: parseNumber, low: 0, high: 1000, words: "Write a weight from 0 to 1000 kg", mode: "decimal"},
  added: {key: "weight", name: "Added weight", read: (text) => parseNumber(text.replace(/^\s*[−-]/, "")), write: (weight, person) => person.asEntered(Math.abs(weight)), low: 0, high: 1000, words: "Write what is added, from 0 to 1000 kg, or as help up to 300 kg", mode: "decimal"},
  reps: {key: "reps", name: "Repetitions", ...whole(0, 1000)},
  duration: {key: "durationSeconds", name: "Time", read: readDuration, write: writeDuration, low: 0, high: 86_400, words: "Write seconds, or minutes and seconds such as 1:30", mode: "text"},
  distance: {key: "distanceMetres", name: "Distance", read: (text) => Math.round(parseNumber(text) * 100_000) / 100, write: (metres) => String(metres / 1000), low: 0, high: 1_000_000, words: "Write kilometres, such as 5 or 2.5", mode: "decimal"},
  rpe: {key: "rpe", name: "RPE", read: (text) => { const rpe = parseNumber(text); return rpe * 2 === Math.round(rpe * 2) ? rpe : Number.NaN; }, low: 1, high: 10, words: "Write an RPE from 1 to 10, in halves", mode: "decimal"},
};

const POUNDS = 2.2046226218;
const MOST_HELP = 300;

/** What stands in a row for the fields of an exercise, with its unit. */
export const columns = (exercise, person) =>
  [...fieldsOf(exercise), "rpe"].map((field) => ({...inputs[field], field, unit: {weight: massUnit(person), added: massUnit(person), distance: "km", duration: "min"}[field]}));

/**
 * One set of an exercise: what is typed is taken at once, and one tap says that it is done. Fields that are left empty then
 * take what stands in them in grey: what was done last time. Given: `{person, exercise, set, index, before, target}`.
 */
class SetRow extends View {
  #typed = new Map();
  #wrong = new Map();
  #helped = undefined;

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, {bubbles: true, detail}));
  }

  #type(column, text) {
    this.#typed.set(column.key, text);
    const value = text.trim() ? column.read(text) : undefined;
    if (column.field === "added" && /^\s*[−-]/.test(text)) this.#helped = true;
    const helps = column.field === "added" && this.#isHelped;
    const most = helps ? MOST_HELP : column.high;
    const high = column.key === "weight" && this.#unit === "lb" ? most * POUNDS : most;
    const wrong = value !== undefined && !(value >= column.low && value <= high);
    if (wrong) this.#wrong.set(column.key, column.words);
    else this.#wrong.delete(column.key);
    // A file's RIR would be believed before the RPE that is typed.
    if (!wrong) this.#change({[column.key]: helps && value ? -value : value, ...(column.key === "weight" ? {unit: this.#unit} : {}), ...(column.key === "rpe" ? {rir: undefined} : {})});
    this.refresh();
  }

  get #unit() {
    return this.given.set.weight === undefined ? massUnit(this.given.person) : (this.given.set.unit ?? "kg");
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
    const taken = {};
    for (const {key} of columns(exercise, person)) {
      if (key === "rpe" || set[key] !== undefined || before?.[key] === undefined) continue;
      taken[key] = before[key];
      if (key === "weight") taken.unit = before.unit;
    }
    const empty = columns(exercise, person).find(({field, key}) => field !== "rpe" && key !== "weight" && (taken[key] ?? set[key]) === undefined);
    if (empty) {
      this.#wrong.set(empty.key, empty.words);
      return this.refresh().then(() => this.querySelector("[aria-invalid=true]").focus());
    }
    for (const key of Object.keys(taken)) this.#typed.delete(key);
    this.#tell("setchange", {id: set.id, change: {...taken, done: true}, rested: true});
  }

  #shown(column) {
    const value = this.given.set[column.key];
    return this.#typed.get(column.key) ?? (value === undefined ? "" : this.#written(column, value));
  }

  #written({write}, value) {
    return write ? write(value, this.given.person) : this.given.person.asEntered(value).replace(/[^\d.,]/g, "");
  }

  template() {
    const {person, exercise, set, index, before} = this.given;
    const about = `of set ${index + 1}, ${exercise.name}`;
    const described = `wrong-${set.id}`;
    return html`
      <div class="set-line ${set.done ? "done" : ""}">
        <span class="set-number" aria-hidden="true">${index + 1}</span>
        ${columns(exercise, person).map((column) => html`
          <input class="set-input" data-key=${column.key} inputmode=${column.mode} autocomplete="off" maxlength="12" aria-label="${column.name} ${about}"
            aria-invalid=${this.#wrong.has(column.key) ? "true" : nothing} aria-describedby=${this.#wrong.has(column.key) ? described : nothing}
            placeholder=${column.key !== "rpe" && before?.[column.key] !== undefined ? this.#written(column, before[column.key]) : nothing}
            .value=${this.#shown(column)} @input=${(event) => this.#type(column, event.target.value)} @focus=${(event) => event.target.select()}>`)}
        <button type="button" class="set-done" aria-pressed=${set.done} aria-label="Done: set ${index + 1}, ${exercise.name}" @click=${() => this.#done()}>${icon("check")}</button>
      </div>
      ${this.#wrong.size ? html`<p class="field-error" id=${described}>${icon("warning")}<span>${[...this.#wrong.values()].join(". ")}</span></p>` : nothing}
      <div class="set-more">
        ${this.given.target ? html`<span class="set-target">Target ${this.given.target}</span>` : nothing}
        <select class="set-kind" aria-label="Kind ${about}" @change=${(event) => this.#change({kind: event.target.value})}>
          ${kinds.map(([kind, words]) => html`<option value=${kind} .selected=${set.kind === kind}>${words}</option>`)}
        </select>
        ${liftsTheBody(exercise) ? html`<button type="button" class="set-help" aria-pressed=${this.#isHelped} aria-label="Assisted: set ${index + 1}, ${exercise.name}" @click=${() => this.#help()}>Assisted</button>` : nothing}
        <button type="button" class="icon-button" aria-label="Remove set ${index + 1}, ${exercise.name}" @click=${() => this.#tell("setremove", {id: set.id})}>${icon("trash")}</button>
      </div>`;
  }
}

customElements.define("set-row", SetRow);
