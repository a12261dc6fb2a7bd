import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {repeat} from "../vendor/lit-html/directives/repeat.js";
import {get, post, Problem, remove, request} from "./api.js";
import {ago} from "./dates.js";
import {Draft} from "./draft.js";
import {FormView, isChanged, reveal} from "./form.js";
import {groups} from "./groups.js";
import {icon} from "./icon.js";
import {Review} from "./review.js";
import {toast} from "./toast.js";
import {fromCanonical, parseNumber, readAmount, toCanonical, unitNamed} from "./units.js";
import {uuid7} from "./uuid7.js";

const USUAL_WINDOW = 30;
const USUAL_AT_FIRST = 3;

/**
 * A day's entry. What was measured within a month lies open, the rest is folded away by group. The entry keeps its id
 * until it is known to be saved, so that a double click or a second try creates nothing twice.
 */
class CheckInForm extends FormView {
  #id = uuid7();
  #sent = [];
  #usualKeys = null;
  #review = new Review();
  #restored = false;

  connectedCallback() {
    super.connectedCallback();
    this.refresh().then(() => this.#restore());
    // A page left open overnight offers the new day when it is looked at again.
    document.addEventListener("visibilitychange", this.#lookAgain);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#lookAgain);
  }

  #lookAgain = () => this.refresh();

  /** Leaving loses nothing: see `#keep`. */
  get unsaved() {
    return false;
  }

  get #draft() {
    return new Draft(this.given.person, "check-in");
  }

  /** Keeps what is typed, with the day it was typed on: coming back tomorrow must not make it tomorrow's. */
  #keep(form) {
    const {localDate} = form.elements;
    const typed = [...form.elements].filter((input) => input !== localDate && isChanged(input)).map(({name, value}) => [name, value]);
    if (!typed.length) return this.#draft.drop();
    localDate.value = localDate.value; // from now on it is theirs, and drawing again leaves it alone
    const units = Object.fromEntries(this.given.metrics.map((metric) => [metric.key, this.given.person.unitFor(metric).unit]));
    this.#draft.keep({id: this.#id, typed: [["localDate", localDate.value], ...typed], units});
  }

  #restore() {
    const {id, typed, units = {}} = this.#draft.read() ?? {};
    if (!typed) return;
    this.#id = id;
    this.#restored = true;
    const form = this.querySelector("form");
    const {elements} = form;
    for (const [name, value] of typed) {
      const input = elements.namedItem(name);
      if (!input) continue;
      input.value = this.#inOwnUnit(name, value, units[name]);
      reveal(input);
    }
    // What cannot be saved is not found out only when something else is to be.
    const objections = this.#objections(new FormData(form));
    if (objections.length) this.blame(Problem.invalid(objections), form);
    this.refresh();
  }

  #discard(form) {
    this.#draft.drop();
    this.#restored = false;
    this.#id = uuid7();
    form.reset();
    this.forgive();
  }

  /** A number that was typed before another unit was chosen is put into that one. */
  #inOwnUnit(key, text, typedIn) {
    const metric = this.given.metrics.find((one) => one.key === key);
    const number = parseNumber(text);
    const unit = metric && this.given.person.unitFor(metric);
    if (!unit || !typedIn || unit.unit === typedIn || Number.isNaN(number)) return text;
    return this.given.person.asTyped(Number(fromCanonical(toCanonical(number, unitNamed(metric, typedIn)), unit).toFixed(unit.decimals)));
  }

  inputOf(field) {
    const index = /^values\[(\d+)\]/.exec(field)?.[1];
    return index === undefined ? field : (this.#sent[index]?.metric ?? field);
  }

  async #save(data, form) {
    this.#sent = this.#valuesOf(data);
    const {zone} = this.given.person.profile;
    const body = {localDate: data.get("localDate"), zone, note: data.get("note").trim() || undefined, values: this.#sent};
    const later = await this.#review.of({...body, id: this.#id}, this.given, keyOf);
    await this.#put(body);
    this.#review = new Review();
    const saved = this.#id;
    this.#id = uuid7();
    this.#restored = false;
    this.clear(form, data);
    this.#keep(form);
    toast(`Check-in saved: ${count(this.#sent.length)}${laterInWords(later)}`, {label: "Undo", run: () => this.#undo(saved)});
    this.#tell();
  }

  /** The metrics that something is typed of, each with what it says. */
  #typed(data) {
    const {metrics, person} = this.given;
    return metrics.filter(({key}) => data.get(key)?.trim())
      .map((metric) => [metric, {metric: metric.key, ...readAmount(metric, data.get(metric.key), person.unitFor(metric).unit)}]);
  }

  #objections(data) {
    return this.#typed(data)
      .map(([metric, typed]) => ({field: metric.key, message: this.given.person.objection(metric, typed)}))
      .filter(({message}) => message);
  }

  #valuesOf(data) {
    const violations = this.#objections(data);
    if (violations.length) throw Problem.invalid(violations);
    const values = this.#typed(data).map(([, typed]) => typed);
    if (!data.get("localDate")) throw Problem.invalid([{field: "localDate", message: "Choose a day"}]);
    if (!values.length) throw Problem.invalid([{field: "values", message: "Enter at least one value."}]);
    return values;
  }

  async #put(body) {
    try {
      await request("PUT", `/check-ins/${this.#id}`, {body, ifNoneMatch: "*"});
    } catch (problem) {
      if (problem.status !== 412) throw problem;
      // An earlier try had arrived, only its answer was lost.
      if (same(await get(`/check-ins/${this.#id}`), body)) return;
      this.#id = uuid7();
      throw new Problem({
        title: "Your earlier attempt was saved after all",
        detail: "Its values are among your measurements. Save again only what you want to add",
      });
    }
  }

  async #undo(id) {
    await this.#attempt(() => remove(`/check-ins/${id}`), "Check-in removed", {label: "Redo", run: () => this.#redo(id)});
  }

  async #redo(id) {
    await this.#attempt(() => post(`/check-ins/${id}/restoration`), "Check-in restored");
  }

  async #attempt(action, news, next) {
    try {
      await action();
      toast(news, next);
      this.#tell();
    } catch (problem) {
      toast(problem.words);
    }
  }

  #tell() {
    this.dispatchEvent(new CustomEvent("measurementschange", {bubbles: true}));
  }

  template() {
    const usual = this.#usual();
    return html`
      <form novalidate autocomplete="off" @input=${({currentTarget}) => this.#keep(currentTarget)} @submit=${(event) => this.submit(event, (data, form) => this.#save(data, form))}>
        ${this.#restored ? this.#restoredNotice() : nothing}
        <div class="fields">
          ${this.input("localDate", "Day", {type: "date", value: this.given.person.today, min: "1900-01-01", whole: true})}
          ${repeat(usual, keyOf, (metric) => this.#metricField(metric))}
        </div>
        ${groups.map(([group, name]) => {
          const rest = this.given.metrics.filter((metric) => metric.group === group && !usual.includes(metric));
          return rest.length ? html`
            <details class="disclosure check-in-group">
              <summary>${name}<span class="soft small">${rest.length}</span></summary>
              <fieldset aria-label=${name}><div class="fields">${repeat(rest, keyOf, (metric) => this.#metricField(metric))}</div></fieldset>
            </details>` : nothing;
        })}
        <div class="check-in-note">${this.textarea("note", "Note", {maxlength: 2000})}</div>
        <div class="check-in-save">${this.problemNotice()}${this.submitButton("Save check-in", "Saving…")}</div>
      </form>`;
  }

  #restoredNotice() {
    const discard = ({currentTarget: {form}}) => this.#discard(form);
    return html`
      <div class="notice check-in-restored" role="status">${icon("info")}
        <div><p>What you typed earlier is back. It is not saved yet.</p>
          <button type="button" class="button" @click=${discard}>Discard it</button></div></div>`;
  }

  /** Decided once for the page: a field that moves would take along what is typed into it. */
  #usual() {
    this.#usualKeys ??= new Set(this.#usualNow().map(keyOf));
    return this.given.metrics.filter(({key}) => this.#usualKeys.has(key));
  }

  #usualNow() {
    const recent = this.given.metrics.filter(({key}) => this.#lastOf(key)?.windows.some(({days, count}) => days <= USUAL_WINDOW && count > 0));
    if (recent.length >= USUAL_AT_FIRST) return recent;
    const first = this.given.metrics.filter(({group}) => group === "body").slice(0, USUAL_AT_FIRST);
    return this.given.metrics.filter((metric) => recent.includes(metric) || first.includes(metric));
  }

  #lastOf(key) {
    return this.given.summary.items.find(({metric}) => metric === key);
  }

  #metricField(metric) {
    const last = this.#lastOf(metric.key);
    const hint = last && `last ${this.given.person.valueInWords(metric, last.latest, last.latestEntered)}, ${ago(last.latestOn, this.given.person.today)}`;
    return this.input(metric.key, metric.name, {unit: this.given.person.unitFor(metric).unit, inputmode: "decimal", hint, maxlength: 20});
  }
}

const keyOf = ({key}) => key;

/** Says of values that they are not the first of their day. */
function laterInWords(later) {
  if (!later.length) return "";
  const [[{name}, place]] = later;
  return later.length === 1 ? `. ${name} is ${place}` : `. Of ${later.map(([metric]) => metric.name).join(", ")} that day had a value already`;
}

const count = (values) => (values === 1 ? "1 value" : `${values} values`);

/** Whether what stands there is what was sent, so that the second try may count as the first. */
const same = (stored, {localDate, note, values}) =>
  stored.localDate === localDate && stored.note === note && stored.measurements.length === values.length
  && values.every(({metric, value, unit}) => stored.measurements.some((one) =>
    one.metric === metric && one.entered.value === value && one.entered.unit === unit));

customElements.define("check-in-form", CheckInForm);
