import {html, nothing} from "../vendor/lit-html/lit-html.js";
import "./day-plot.js";
import {ago, plusDays} from "./dates.js";
import {explanation} from "./explain.js";
import {massInWords, massOf, massUnit} from "./mass.js";
import {unitOf} from "./person.js";
import {asTable, rangeChoice} from "./range-choice.js";
import {ranges} from "./trend-panel.js";
import {View} from "./view.js";

/**
 * The estimated one-repetition maximum of an exercise: the number as it stands and the day and the set that it is from, the
 * estimate of each day with its interval, that day marked, and the same as a table. Given: `{person, progress}`.
 */
class EstimatePanel extends View {
  #range = "365";
  #plot = null;
  #shown = [];
  #pointed = null;
  #tableOpen = false;

  received() {
    this.#cut();
  }

  #choose(range) {
    this.#range = range;
    this.#cut();
    this.refresh();
  }

  #cut() {
    const {person, progress} = this.given;
    const {currentOn} = progress;
    const to = person.today;
    const from = this.#range === "all" ? undefined : plusDays(to, 1 - Number(this.#range));
    const shown = progress.days.filter(({date, estimate}) => estimate && (!from || date >= from));
    const column = (name) => shown.map(({estimate}) => massOf(person, estimate[name]));
    this.#shown = shown;
    this.#pointed = null;
    const isCurrent = ({date}) => date === currentOn;
    this.#plot = {
      person, from, to,
      days: shown.map(({date}) => date),
      series: [
        {values: column("value"), as: "line"},
        {values: column("value"), as: "points", token: "--plot-trend"},
        {values: column("low"), as: "edge"},
        {values: column("high"), as: "edge"},
        {
          values: shown.map((day) => (isCurrent(day) ? massOf(person, day.estimate.value) : null)), as: "mark", token: "--plot-second",
          name: shown.some(isCurrent) ? massInWords(person, progress.current.value) : undefined,
        },
      ],
      bands: [[3, 2]],
      unit: massUnit(person),
    };
  }

  template() {
    const {person, progress: {current, currentOn, days}} = this.given;
    const any = days.some(({estimate}) => estimate);
    const best = days.find(({date}) => date === currentOn);
    return html`
      <div class="estimate-head">
        <div class="headline">
          <p class="soft">${current.name}</p>
          ${current.value === undefined ? html`<p>${person.withDates(current.missing)}</p>` : html`
            <p class="headline-value"><span class="number">${person.asEntered(Number(massOf(person, current.value).toFixed(1)))}</span><small>${massUnit(person)}</small></p>
            <p class="soft small">${interval(person, current)} From ${setOf(person, best.estimate)}, ${ago(currentOn, person.today)}: the best of the last four weeks.</p>`}
        </div>
        ${any ? rangeChoice("estimate-range", "Range", ranges, this.#range, (value) => this.#choose(value)) : nothing}
      </div>
      ${explanation(current.explanation, person, current.name)}
      ${any ? this.#course(person) : nothing}`;
  }

  #course(person) {
    if (!this.#shown.length) return html`<p class="notice">Nothing was estimated in this range. Choose a longer one.</p>`;
    const marked = this.#shown.findIndex((day) => day.date === this.given.progress.currentOn);
    const {date, estimate} = this.#shown[this.#pointed ?? marked] ?? this.#shown.at(-1);
    const [first, final] = [this.#shown[0], this.#shown.at(-1)].map((day) => `${person.day(day.date)}, ${massInWords(person, day.estimate.value)}`);
    return html`
      <figure class="plot">
        <p class="plot-readout small"><strong>${person.day(date)}</strong> ${setOf(person, estimate)}
          <span class="plot-trend-value">${massInWords(person, estimate.value)}</span></p>
        <day-plot role="img" aria-label="Estimated maximum on ${this.#shown.length} ${unitOf(String(this.#shown.length), "days")} from ${first}, to ${final}. The same data follows as a table."
          .given=${this.#plot} @daypointed=${({detail}) => { this.#pointed = detail; this.refresh(); }}></day-plot>
        <figcaption class="soft small">The best set of each day, as the weight in ${massUnit(person)} that could be lifted once${this.#shown.some(({estimate: {bodyWeight}}) => bodyWeight) ? ", the body included" : ""}. The band is the 95 % interval.${marked < 0 ? "" : " The number above is of the day that is marked."}</figcaption>
      </figure>
      ${asTable(this, this.#tableOpen, (open) => { this.#tableOpen = open; }, () => this.#table(person))}`;
  }

  #table(person) {
    return html`
      <div class="table-frame plot-table" tabindex="0" role="region" aria-label="Estimated maximum by day">
        <table>
          <caption>Estimated maximum, newest first</caption>
          <thead><tr><th scope="col">Day</th><th scope="col" class="end">Best set</th><th scope="col" class="end">Estimate</th><th scope="col" class="end">95 % interval</th></tr></thead>
          <tbody>${this.#shown.toReversed().map(({date, estimate}) => html`
            <tr><th scope="row" class="number">${person.day(date)}</th><td class="end number">${setOf(person, estimate)}</td>
              <td class="end number">${massInWords(person, estimate.value)}</td>
              <td class="end number">${massInWords(person, estimate.low)} – ${massInWords(person, estimate.high)}</td></tr>`)}</tbody>
        </table>
      </div>`;
  }
}

const setOf = (person, {bodyWeight, weight, reps, reserve}) =>
  `${bodyWeight ? withBody(person, bodyWeight, weight) : massInWords(person, weight)} × ${reps}${reserve === undefined ? "" : `, ${person.asEntered(reserve)} in reserve`}`;

/** "80 kg + 10 kg": the body and what was added to it. */
const withBody = (person, {kilograms}, weight) =>
  massInWords(person, kilograms) + (weight === 0 ? "" : ` ${weight > 0 ? "+" : "−"} ${massInWords(person, Math.abs(weight))}`);

const interval = (person, {low, high}) =>
  low === undefined || high === undefined ? "" : `95 % interval ${massInWords(person, low)} to ${massInWords(person, high)}.`;

customElements.define("estimate-panel", EstimatePanel);
