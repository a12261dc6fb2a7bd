import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {repeat} from "../vendor/lit-html/directives/repeat.js";
import {get, post, query, remove} from "./api.js";
import {optionsOf} from "./groups.js";
import {icon} from "./icon.js";
import {empty, failed, loading} from "./states.js";
import {toast} from "./toast.js";
import {View} from "./view.js";

const PAGE = 50;
const MOST = 200;

const sources = {file: "imported", device: "from a device", assistant: "by the assistant"};

/**
 * The measurements one by one, newest first, page after page.
 * Given: `{person, metrics, summary, metric, from, to}`, the last three being the filter; it asks for another filter by `viewchange`, for the editor by `editentry`.
 */
class EntryList extends View {
  #items = null;
  #next = null;
  #problem = null;
  #busy = false;

  received() {
    this.#reload();
  }

  #reload() {
    return this.#load(Math.min(MOST, Math.max(PAGE, this.#items?.length ?? 0)));
  }

  async #load(limit, cursor) {
    const asked = this.given;
    const {metric, from, to} = asked;
    this.#busy = true;
    this.refresh();
    try {
      const page = await get(`/measurements${query({metric, from, to, limit, cursor})}`);
      if (this.given !== asked) return;
      this.#items = cursor ? [...this.#items, ...page.items] : page.items;
      this.#next = page.next ?? null;
      this.#problem = null;
    } catch (problem) {
      if (this.given !== asked) return;
      if (cursor) toast(problem.words);
      else this.#problem = problem;
    }
    this.#busy = false;
    this.refresh();
  }

  /** Shows a changed measurement at once, so that whoever goes on to change it again does so from its new version. */
  replace(saved) {
    this.#items = this.#items?.map((item) => (item.id === saved.id ? saved : item)) ?? null;
    this.refresh();
  }

  async #delete(measurement) {
    const {id, version} = measurement;
    const name = this.#described(measurement);
    try {
      await remove(`/measurements/${id}`, {ifMatch: `"${version}"`});
      this.#items = this.#items.filter((item) => item !== measurement);
      toast(`Deleted ${name}`, {label: "Undo", run: () => this.#restore(id, name)});
      this.#tell();
    } catch (problem) {
      toast(problem.status === 412 ? `${name} was changed in the meantime, so it was not deleted. Please check it again.` : problem.words);
      if (problem.status === 412 || problem.status === 404) this.#tell();
    }
  }

  async #restore(id, name) {
    try {
      await post(`/measurements/${id}/restoration`);
      toast(`Restored ${name}`);
      this.#tell();
    } catch (problem) {
      toast(problem.words);
    }
  }

  #tell() {
    this.dispatchEvent(new CustomEvent("measurementschange", {bubbles: true}));
  }

  #described({metric, value, entered}) {
    const found = this.#metricOf(metric);
    return `${found.name} ${this.given.person.valueInWords(found, value, entered)}`;
  }

  #metricOf(key) {
    return this.given.metrics.find((metric) => metric.key === key);
  }

  #filter(change) {
    this.dispatchEvent(new CustomEvent("viewchange", {bubbles: true, detail: change}));
  }

  template() {
    const {summary, metric, from, to} = this.given;
    const filterable = summary.items.length || metric || from || to;
    return html`${filterable ? this.#filters() : nothing}${this.#body()}`;
  }

  #filters() {
    const {metrics, metric} = this.given;
    const day = (name, words) => html`
      <div class="field">
        <label for="filter-${name}">${words}</label>
        <div class="field-control"><input id="filter-${name}" type="date" .value=${this.given[name] ?? ""} @change=${(event) => this.#filter({[name]: event.target.value})}></div>
      </div>`;
    return html`
      <div class="filters">
        <div class="field">
          <label for="filter-metric">Filter by metric</label>
          <div class="field-control">
            <select id="filter-metric" @change=${(event) => this.#filter({metric: event.target.value})}>
              <option value="" ?selected=${!metric}>All metrics</option>
              ${optionsOf(metrics).map(([key, name]) => html`<option value=${key} ?selected=${key === metric}>${name}</option>`)}
            </select>
          </div>
        </div>
        ${day("from", "From")}${day("to", "To")}
      </div>`;
  }

  #body() {
    if (this.#problem) return failed(this.#problem, () => this.#reload());
    if (!this.#items) return loading("field-bone", "field-bone", "field-bone");
    const {metric, from, to} = this.given;
    if (!this.#items.length) {
      return metric || from || to
        ? empty("info", "Nothing matches", "No measurements match these filters.",
          html`<button type="button" class="button" @click=${() => this.#filter({metric: "", from: "", to: ""})}>Show all measurements</button>`)
        : empty("scale", "No measurements yet", "Write down your first numbers on Today, add a measurement here, or import them from another app or your scale.",
          html`<a class="button" href="/">Go to Today</a> <a class="button" href="/imports/">Import your history</a>`);
    }
    return html`
      <table class="entries">
        <caption class="visually-hidden">Measurements, newest first</caption>
        <thead><tr><th scope="col">Metric</th><th scope="col" class="end">Value</th>
          <th scope="col"><span class="visually-hidden">Actions</span></th></tr></thead>
        ${repeat(byDay(this.#items), ([day]) => day, ([day, items]) => this.#day(day, items))}
      </table>
      ${this.#next ? html`
        <div class="button-row"><button type="button" class="button wide" aria-disabled=${this.#busy}
          @click=${() => this.#busy || this.#load(PAGE, this.#next)}>${this.#busy ? "Loading…" : "Load older"}</button></div>` : nothing}`;
  }

  /** What was written down in one go has one time, and says it once. */
  #day(day, items) {
    const {person} = this.given;
    const times = new Set(items.map((item) => person.timeOf(item)));
    const [common] = times.size === 1 ? times : [];
    return html`
      <tbody>
        <tr><th scope="rowgroup" colspan="3" class="entry-day">${person.day(day, {weekday: "short", year: "numeric", month: "short", day: "numeric"})}
          ${common ? html`<span class="soft small">${common}</span>` : nothing}</th></tr>
        ${repeat(items, ({id}) => id, (item) => this.#row(item, common === undefined ? person.timeOf(item) : ""))}
      </tbody>`;
  }

  #row(item, time) {
    const {person} = this.given;
    const metric = this.#metricOf(item.metric);
    const which = `${metric.name} of ${person.day(item.localDate)}`;
    const remark = [time, sources[item.source], item.note].filter(Boolean).join(" · ");
    return html`
      <tr>
        <th scope="row">${metric.name}${remark ? html`<span class="entry-note soft small">${remark}</span>` : nothing}</th>
        <td class="end number">${person.valueInWords(metric, item.value, item.entered)}</td>
        <td class="actions">
          <div class="entry-actions">
            <button type="button" class="icon-button" aria-label="Edit ${which}"
              @click=${() => this.dispatchEvent(new CustomEvent("editentry", {bubbles: true, detail: item}))}>${icon("edit")}</button>
            <button type="button" class="icon-button" aria-label="Delete ${which}" @click=${() => this.#delete(item)}>${icon("trash")}</button>
          </div>
        </td>
      </tr>`;
  }
}

/** Neighbours of the same day together: `[day, items]`. */
function byDay(items) {
  const days = new Map();
  for (const item of items) days.set(item.localDate, [...(days.get(item.localDate) ?? []), item]);
  return [...days];
}

customElements.define("entry-list", EntryList);
