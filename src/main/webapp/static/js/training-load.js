import {html} from "../vendor/lit-html/lit-html.js";
import "./day-plot.js";
import {figure} from "./explain.js";
import {Loaded} from "./loaded.js";
import {asTable, rangeChoice} from "./range-choice.js";
import {empty} from "./states.js";

const spans = [["90", "90 d"], ["365", "1 y"], ["3653", "All"]];
const lines = [["acute", "Acute", "--plot-second"], ["chronic", "Chronic", "--plot-trend"], ["balance", "Balance", "--plot-third"]];

/** Load by day and what it adds up to: acute, chronic and their balance, monotony and strain. Given: `{person}`. */
class TrainingLoad extends Loaded {
  #days = "90";
  #plot = null;
  #pointed = null;
  #tableOpen = false;

  get path() {
    return `/load?days=${this.#days}`;
  }

  loaded() {
    const {points} = this.content;
    this.#pointed = null;
    this.#plot = {
      person: this.given.person, base: 0,
      days: points.map(({date}) => date),
      series: lines.map(([key, name, token]) => ({values: points.map((point) => point[key]), as: "line", token, name})),
    };
  }

  shown({points, figures}, person) {
    if (!points.length) {
      return empty("chart", "No load yet", "Say at the end of a session how hard it was, from 0 to 10. That, times its minutes, is its load.");
    }
    const pointed = points[this.#pointed ?? points.length - 1];
    return html`
      ${rangeChoice("load-days", "Days", spans, this.#days, (value) => { this.#days = value; this.load(); })}
      <figure class="plot">
        <p class="plot-readout small"><strong>${person.day(pointed.date)}</strong> load ${person.number(pointed.load, 0)}${lines.map(([key, name]) =>
          html`<span class="load-value" data-line=${key}>${name} ${person.number(pointed[key], 0)}</span>`)}</p>
        <day-plot role="img" .given=${this.#plot} @daypointed=${({detail}) => { this.#pointed = detail; this.refresh(); }}
          aria-label=${this.#inWords(points, person)}></day-plot>
        <figcaption class="soft small">Acute load follows about a week, chronic load about six. Balance is chronic less acute: below zero one has trained more than one is used to.</figcaption>
      </figure>
      ${asTable(this, this.#tableOpen, (open) => { this.#tableOpen = open; }, () => this.#table(points, person))}
      <ul class="figures plain load-figures">${figures.map((item) => html`<li>${figure(item, person)}</li>`)}</ul>`;
  }

  #inWords(points, person) {
    const [first, last] = [points[0], points.at(-1)];
    const stand = lines.map(([key, name]) => `${name.toLowerCase()} ${person.number(last[key], 0)}`).join(", ");
    return `Load from ${person.day(first.date)} to ${person.day(last.date)}, in the end ${stand}. The same data follows as a table.`;
  }

  #table(points, person) {
    const columns = [["load", "Load", 0], ["acute", "Acute", 1], ["chronic", "Chronic", 1], ["balance", "Balance", 1], ["monotony", "Monotony", 2], ["strain", "Strain", 0]];
    return html`
      <div class="table-frame plot-table" tabindex="0" role="region" aria-label="Load by day">
        <table>
          <caption>Load by day, newest first</caption>
          <thead><tr><th scope="col">Day</th>${columns.map(([, name]) => html`<th scope="col" class="end">${name}</th>`)}</tr></thead>
          <tbody>${points.toReversed().map((point) => html`
            <tr><th scope="row" class="number">${person.day(point.date)}</th>${columns.map(([key, , decimals]) =>
              html`<td class="end number">${point[key] === undefined ? "–" : person.number(point[key], decimals)}</td>`)}</tr>`)}</tbody>
        </table>
      </div>`;
  }
}

customElements.define("training-load", TrainingLoad);
