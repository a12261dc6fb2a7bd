import {html, nothing} from "../vendor/lit-html/lit-html.js";
import "./trend-plot.js";
import {get, query} from "./api.js";
import {plusDays} from "./dates.js";
import {optionsOf} from "./groups.js";
import {headline} from "./headline.js";
import {unitOf} from "./person.js";
import {empty, failed, loading} from "./states.js";
import {View} from "./view.js";

export const ranges = [["30", "30 d"], ["90", "90 d"], ["365", "1 y"], ["all", "All"]];

/**
 * One metric over time: number, direction, plot, words, and the same data as a table.
 * Given: `{person, metrics, summary, plot, range}`; it asks for another metric or range by `viewchange`.
 */
class TrendPanel extends View {
  #trend = null;
  #problem = null;
  #pointed = null;
  #tableOpen = false;
  #shown = null;

  received() {
    this.#load();
  }

  async #load() {
    const {person, plot, range} = this.given;
    const asked = this.given;
    if (!plot) return;
    const to = person.today;
    const from = range === "all" ? undefined : plusDays(to, 1 - Number(range));
    try {
      const trend = await get(`/metrics/${encodeURIComponent(plot)}/trend${query({from})}`);
      if (this.given !== asked) return;
      this.#trend = trend;
      this.#shown = {from, to};
      this.#problem = null;
      this.#pointed = null;
    } catch (problem) {
      if (this.given !== asked) return;
      this.#problem = problem;
    }
    this.refresh();
  }

  #ask(change) {
    this.dispatchEvent(new CustomEvent("viewchange", {bubbles: true, detail: change}));
  }

  template() {
    const {person, metrics, summary, plot, range} = this.given;
    if (!plot) return empty("chart", "No data yet", "Once you have measured something on a few days, you see here where it is heading.");
    const metric = metrics.find(({key}) => key === plot);
    const latest = summary.items.find((item) => item.metric === plot);
    const recorded = metrics.filter(({key}) => summary.items.some((item) => item.metric === key));
    return html`
      <div class="trend-choice">
        <div class="field">
          <label for="plotted">Plotted metric</label>
          <div class="field-control">
            <select id="plotted" @change=${(event) => this.#ask({plot: event.target.value})}>
              ${optionsOf(recorded).map(([key, name]) => html`<option value=${key} ?selected=${key === plot}>${name}</option>`)}
            </select>
          </div>
        </div>
        <fieldset>
          <legend class="visually-hidden">Range</legend>
          <div class="segments">
            ${ranges.map(([value, words]) => html`
              <label><input type="radio" name="range" value=${value} .checked=${value === range}
                @change=${() => this.#ask({range: value})}><span>${words}</span></label>`)}
          </div>
        </fieldset>
      </div>
      ${this.#body(metric, latest, person)}`;
  }

  #body(metric, latest, person) {
    if (this.#problem) return failed(this.#problem, () => this.#load());
    const ready = latest && this.#trend?.metric === metric.key;
    return ready ? this.#figures(metric, latest, person) : loading("figure-bone", "plot-bone");
  }

  #figures(metric, latest, person) {
    const {points} = this.#trend;
    return html`
      ${headline(metric, latest, this.#trend, person)}
      ${points.length ? html`
        <figure class="plot">
          <p class="plot-readout small">${this.#readout(metric, person)}</p>
          <trend-plot role="img" aria-label=${this.#inWords(metric, person)} .given=${{trend: this.#trend, metric, person, ...this.#shown}}
            @daypointed=${({detail}) => { this.#pointed = detail; this.refresh(); }}></trend-plot>
          <figcaption class="soft small">Each point is a day’s average${person.unitFor(metric).unit ? ` in ${person.unitFor(metric).unit}` : ""}. The line is the trend, the band around it its 95 % interval.</figcaption>
        </figure>
        <details class="disclosure" @toggle=${(event) => { this.#tableOpen = event.target.open; this.refresh(); }}>
          <summary>Show as table</summary>
          ${this.#tableOpen ? this.#table(metric, person) : nothing}
        </details>`
        : html`<p class="notice">Nothing was measured in this range. Choose a longer one.</p>`}`;
  }

  #readout(metric, person) {
    const index = this.#pointed ?? this.#trend.points.length - 1;
    const {date, value} = this.#trend.points[index];
    const smoothed = this.#trend.trend[index];
    return html`<strong>${person.day(date)}</strong> ${person.valueInWords(metric, value)}
      ${smoothed ? html`<span class="plot-trend-value">trend ${person.valueInWords(metric, smoothed.value)}</span>` : nothing}`;
  }

  #inWords(metric, person) {
    const {points} = this.#trend;
    const [first, last] = [points[0], points.at(-1)];
    const [start, end] = [first, last].map(({date, value}) => `${person.day(date)}, ${person.valueInWords(metric, value)}`);
    return `${metric.name} on ${points.length} ${unitOf(String(points.length), "days")} from ${start}, to ${end}. The same data follows as a table.`;
  }

  #table(metric, person) {
    const {points, trend} = this.#trend;
    const shown = (value) => (value === undefined ? "–" : person.value(metric, value).text);
    const {unit} = person.unitFor(metric);
    return html`
      <div class="table-frame plot-table" tabindex="0" role="region" aria-label="${metric.name} by day">
        <table>
          <caption>${metric.name}${unit ? ` in ${unit}` : ""}, newest first</caption>
          <thead>
            <tr><th scope="col">Day</th>${["Measured", "Trend", "95 % interval"].map((name) => html`<th scope="col" class="end">${name}</th>`)}</tr>
          </thead>
          <tbody>
            ${points.map((point, index) => [point, trend[index]]).reverse().map(([{date, value}, smoothed]) => html`
              <tr>
                <th scope="row" class="number">${person.day(date)}</th>
                <td class="end number">${shown(value)}</td>
                <td class="end number">${shown(smoothed?.value)}</td>
                <td class="end number">${smoothed?.low === undefined ? "–" : `${shown(smoothed.low)} – ${shown(smoothed.high)}`}</td>
              </tr>`)}
          </tbody>
        </table>
      </div>`;
  }
}

customElements.define("trend-panel", TrendPanel);
