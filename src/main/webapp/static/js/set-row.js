import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {icon} from "./icon.js";
import {columns} from "./set-fields.js";
import {View} from "./view.js";
import {liftsTheBody} from "./workout-document.js";

const kinds = [["working", "Working"], ["warm-up", "Warm-up"], ["drop", "Drop"], ["failure", "To failure"], ["amrap", "AMRAP"]];

/**
 * One set of an exercise: what is typed is taken at once, and one tap says that it is done. Fields that are left empty then
 * take what stands in them in grey: what was done last time. What is still empty then is asked for. Every number is in the
 * person's unit; what was entered in another stays in it as long as nobody types. A weight that was typed is told by `setweight`
 * once it is complete. Given: `{person, exercise, set, index, before, target}`.
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
    this.#carry();
    for (const key of Object.keys(taken)) this.#typed.delete(key);
    this.#tell("setchange", {id: set.id, change: {...taken, done: true}, rested: true});
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
          <input class="set-input" data-key=${column.key} inputmode=${column.mode} autocomplete="off" maxlength="12" aria-label="${column.name} ${about}"
            aria-invalid=${this.#wrong.has(column.key) ? "true" : nothing} aria-describedby=${this.#wrong.has(column.key) ? described : nothing}
            placeholder=${column.key !== "rpe" && before?.[column.key] !== undefined ? column.write(before) : nothing} data-unit=${column.unit ?? nothing}
            .value=${this.#shown(column)} @input=${(event) => this.#type(column, event.target.value)} @change=${() => column.key === "weight" && this.#carry()} @focus=${(event) => event.target.select()}>`)}
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
