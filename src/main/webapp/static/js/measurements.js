import {html, nothing} from "../vendor/lit-html/lit-html.js";
import "./entry-list.js";
import "./measurement-dialog.js";
import "./own-metrics.js";
import "./shell.js";
import {get, query} from "./api.js";
import {TREND_DAYS} from "./headline.js";
import {icon} from "./icon.js";
import {requireSession} from "./session.js";
import {sheet} from "./sheet.js";
import {failedRoom} from "./states.js";
import {toast} from "./toast.js";
import {ranges} from "./trend-panel.js";
import {View} from "./view.js";

const WINDOWS = [7, 30, 90, 365];

/** All of one's measurements: where they are heading, in sum, and one by one. What is looked at stands in the address. */
class MeasurementsRoom extends View {
  #person = null;
  #metrics = [];
  #summary = null;
  #problem = null;
  #trendGiven = {};
  #listGiven = {};
  #span = 30;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("viewchange", ({detail}) => this.#look(detail));
    this.addEventListener("editentry", ({detail}) => this.#dialog.edit(detail));
    this.addEventListener("measurementsaved", ({detail}) => this.#saved(detail));
    this.addEventListener("measurementschange", () => this.#load());
    this.addEventListener("metricschange", () => this.#load());
    addEventListener("popstate", () => this.#handDown());
    this.#load();
  }

  get #dialog() {
    return this.querySelector("measurement-dialog");
  }

  async #load() {
    try {
      const person = await requireSession();
      const [metrics, summary] = await Promise.all([get("/metrics?limit=200"), get("/measurements/summary")]);
      this.#person = person;
      this.#metrics = metrics.items;
      this.#summary = summary;
      this.#problem = null;
      this.#handDown();
    } catch (problem) {
      // What is shown already stays: it is old, not wrong.
      if (this.#person) toast(problem.words);
      this.#problem = problem;
    }
    this.refresh();
  }

  #saved({saved, added, place}) {
    this.querySelector("entry-list").replace(saved);
    const metric = this.#metrics.find(({key}) => key === saved.metric);
    const value = this.#person.valueInWords(metric, saved.value, saved.entered);
    toast(`${added ? "Added" : "Saved"} ${metric.name} ${value}${place ? `. It is ${place}` : ""}`);
    this.#load();
  }

  #look(change) {
    const wanted = {...Object.fromEntries(new URLSearchParams(location.search)), ...change};
    history.pushState(null, "", query(wanted) || location.pathname);
    this.#handDown();
  }

  /** Gives the parts what the address asks for; a part whose share has not changed is left alone. */
  #handDown() {
    const address = new URLSearchParams(location.search);
    const known = (key) => this.#metrics.some((metric) => metric.key === key);
    const recorded = (key) => this.#summary.items.some(({metric}) => metric === key);
    const asked = address.get("plot");
    const plot = recorded(asked) ? asked : recorded("weight") ? "weight" : this.#summary.items[0]?.metric;
    const range = ranges.some(([value]) => value === address.get("range")) ? address.get("range") : String(TREND_DAYS);
    const metric = known(address.get("metric")) ? address.get("metric") : undefined;
    const shared = {person: this.#person, metrics: this.#metrics, summary: this.#summary};
    this.#trendGiven = unlessSame(this.#trendGiven, {...shared, plot, range});
    this.#listGiven = unlessSame(this.#listGiven, {...shared, metric, from: address.get("from"), to: address.get("to")});
    this.refresh();
  }

  template() {
    if (!this.#person) return this.#problem ? failedRoom("Measurements", this.#problem) : null;
    return html`
      <header class="page-head measurements-head">
        <h1>Measurements</h1>
        <button type="button" class="button primary add-measurement"
          @click=${() => this.#dialog.add(this.#listGiven.metric ?? this.#trendGiven.plot)}>${icon("plus")}
            Add measurement</button>
      </header>
      <section class="sheet" aria-labelledby="trend">
        <h2 id="trend" class="visually-hidden">Trend</h2>
        <trend-panel .given=${this.#trendGiven}></trend-panel>
      </section>
      ${this.#summary.items.length ? this.#overview() : nothing}
      ${sheet("entries", "Entries", html`<entry-list .given=${this.#listGiven}></entry-list>`,
        html`From a scale, a watch or a table: <a href="/imports/">import a file</a>.`)}
      ${sheet("own", "Your own metrics",
        html`<own-metrics .given=${{person: this.#person, metrics: this.#metrics}}></own-metrics>`)}
      <measurement-dialog .given=${{person: this.#person, metrics: this.#metrics}}></measurement-dialog>`;
  }

  /** On a phone one span at a time, so that nothing has to be scrolled sideways. */
  #overview() {
    return sheet("summary", "Averages", html`
      <fieldset class="summary-span">
        <legend class="visually-hidden">Span of the averages</legend>
        <div class="segments">
          ${WINDOWS.map((days) => html`
            <label><input type="radio" name="span" value=${days} .checked=${days === this.#span}
              @change=${() => { this.#span = days; this.refresh(); }}><span>${days} d</span></label>`)}
        </div>
      </fieldset>
      <div class="table-frame" tabindex="0" role="region" aria-label="Averages table">
        <table class="summary" data-span=${this.#span}>
          <caption class="visually-hidden">Each metric over the last 7, 30, 90 and 365 days</caption>
          <thead>
            <tr>
              <th scope="col">Metric</th><th scope="col" class="end">Latest</th>
              ${WINDOWS.map((days) => html`<th scope="col" class="end" data-days=${days}>${days} days</th>`)}
            </tr>
          </thead>
          <tbody>${this.#metrics.map((metric) => this.#overviewRow(metric))}</tbody>
        </table>
      </div>`, "Each metric’s average over the last days, and how many values it is of.");
  }

  #overviewRow(metric) {
    const item = this.#summary.items.find((one) => one.metric === metric.key);
    if (!item) return nothing;
    const show = (event) => {
      event.preventDefault();
      this.#look({plot: metric.key});
      this.querySelector("trend-panel").scrollIntoView({block: "start", behavior: "smooth"});
    };
    return html`
      <tr>
        <th scope="row"><a href="?plot=${metric.key}" @click=${show}>${metric.name}</a></th>
        <td class="end"><span class="number">${this.#person.valueInWords(metric, item.latest, item.latestEntered)}</span>
          <span class="summary-detail soft small">${this.#person.day(item.latestOn)}</span></td>
        ${WINDOWS.map((days) => html`
          <td class="end" data-days=${days}>${this.#mean(metric, item.windows.find((window) => window.days === days))}</td>`)}
      </tr>`;
  }

  #mean(metric, window) {
    if (!window) {
      return html`<span class="soft" aria-hidden="true">–</span><span class="visually-hidden">nothing measured</span>`;
    }
    const values = window.count === 1 ? "1 value" : `${this.#person.asEntered(window.count)} values`;
    return html`
      <span class="number">${this.#person.value(metric, window.mean).text}</span>
      <span class="summary-detail soft small">${values}</span>`;
  }
}

const unlessSame = (before, after) => (Object.keys(after).every((key) => before[key] === after[key]) ? before : after);

customElements.define("measurements-room", MeasurementsRoom);
