import {html, nothing} from "../vendor/lit-html/lit-html.js";
import "./body-map.js";
import "./day-plot.js";
import {explanation} from "./explain.js";
import {Loaded} from "./loaded.js";
import {massInWords} from "./mass.js";
import {withUnit} from "./person.js";
import {asTable, rangeChoice} from "./range-choice.js";
import {empty} from "./states.js";
import {titled} from "./terms.js";

const spans = [["4", "4 w"], ["8", "8 w"], ["26", "26 w"]];
const WELL = "ten-to-twenty";
const BEYOND = "over-twenty";
const names = {"under-five": "below", "five-to-nine": "some", "ten-to-twenty": "in range", "over-twenty": "above"};

/**
 * Hard sets of each muscle a week against what is known to make muscles grow, and the weeks of one muscle. Numbers, plot and
 * words are of the same whole weeks; the week that goes on is told apart. Given: `{person}`.
 */
class MuscleSets extends Loaded {
  #weeks = "8";
  #chosen = null;
  #plot = null;
  #map = null;
  #tableOpen = false;

  get path() {
    return `/strength/muscles?weeks=${Number(this.#weeks) + 1}`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("musclechosen", ({detail}) => detail && this.#choose(detail));
  }

  loaded() {
    const {muscles} = this.content;
    if (!muscles.some(({muscle}) => muscle === this.#chosen)) this.#chosen = [...muscles].sort(byMean)[0]?.muscle;
    this.#draw();
  }

  #choose(muscle) {
    this.#chosen = muscle;
    this.#draw();
    this.refresh();
  }

  #draw() {
    const {muscles} = this.content;
    const {person} = this.given;
    const one = muscles.find(({muscle}) => muscle === this.#chosen);
    if (!one) return;
    const values = this.#counted(one.sets);
    this.#plot = {
      person, days: this.#counted(this.content.weeks), base: 0, zone: this.#zone(), series: [{values, as: "bars", token: "--plot-trend"}],
    };
    const [well, less] = [WELL, "five-to-nine"].map((key) => muscles.filter(({range}) => range === key || (key === WELL && range === BEYOND)).map(({muscle}) => muscle));
    this.#map = {primary: well, secondary: less};
  }

  /** Of one number for each week those of the weeks that the means are of; all while there is no such week. */
  #counted(numbers) {
    const {weeks, whole} = this.content;
    const first = weeks.indexOf(whole[0]);
    return whole.length ? numbers.slice(first, first + whole.length) : numbers;
  }

  #zone() {
    const from = (key) => this.content.ranges.find((range) => range.key === key)?.from;
    return [from(WELL), from(BEYOND)];
  }

  shown({weeks, muscles, ranges}, person) {
    const choice = rangeChoice("set-weeks", "Weeks", spans, this.#weeks, (value) => { this.#weeks = value; this.load(); });
    if (!muscles.length) return html`${choice}${empty("chart", "No sets in these weeks", "Choose more weeks, or log a set with repetitions.")}`;
    const scale = Math.max(25, ...muscles.map(({mean}) => mean.value ?? 0));
    const one = muscles.find(({muscle}) => muscle === this.#chosen);
    return html`
      <p class="soft sets-lead">Mean sets a week that came close to failure. A muscle trained first counts one, besides a half. Choose a muscle to see its weeks.</p>
      ${choice}
      <div class="sets">
        <ul class="plain muscle-bars" aria-label="Muscles">${[...muscles].sort(byMean).map((item) => this.#bar(item, scale, person))}</ul>
        <div class="sets-map"><body-map .given=${this.#map}></body-map>
          <ul class="plain legend small"><li><span class="swatch primary"></span>10 or more</li><li><span class="swatch secondary"></span>5 to 9</li><li><span class="swatch rest"></span>below 5</li></ul></div>
      </div>
      ${one ? this.#course(one, person) : nothing}
      ${asTable(this, this.#tableOpen, (open) => { this.#tableOpen = open; }, () => this.#table(weeks, muscles, person), "Show all muscles and weeks as table")}
      <details class="disclosure small">
        <summary>What the ranges mean</summary>
        <dl class="explanation">${ranges.map(({from, meaning}) => html`<dt>From ${person.asEntered(from)} sets a week</dt><dd>${meaning}</dd>`)}</dl>
      </details>`;
  }

  #bar({muscle, mean, range}, scale, person) {
    const [low, high] = this.#zone();
    const part = (value) => `${(100 * value) / scale}%`;
    return html`
      <li><button type="button" class="muscle-bar" aria-pressed=${muscle === this.#chosen} @click=${() => this.#choose(muscle)}>
        <span class="muscle-name">${titled(muscle)}</span>
        <svg class="bar-track" aria-hidden="true" focusable="false">
          <rect class="bar-ground" width="100%" height="100%"></rect>
          <rect class="bar-zone" x=${part(low)} width=${part(high - low)} height="100%"></rect>
          <rect class="bar-value" data-range=${range ?? "none"} y="25%" width=${part(mean.value ?? 0)} height="50%"></rect>
        </svg>
        <strong class="number">${mean.value === undefined ? "–" : person.number(mean.value, 1)}</strong>
        <span class="visually-hidden">hard sets a week${range ? `, ${names[range]}` : ""}</span>
      </button></li>`;
  }

  #course({muscle, mean, sets, withoutReserve}, person) {
    const guessed = this.#counted(withoutReserve).reduce((sum, value) => sum + value, 0);
    const counted = this.#counted(sets);
    const {length} = counted;
    return html`
      <div class="muscle-course">
        <div class="figure-line"><h3>${titled(muscle)} by week</h3>
          ${mean.value === undefined ? html`<p class="figure-missing">${person.withDates(mean.missing)}</p>` : html`<p class="figure-value">${person.number(mean.value, 1)} <small>${mean.unit}</small></p>`}</div>
        <figure class="plot"><day-plot class="low" role="img" .given=${this.#plot}
            aria-label="${titled(muscle)}: hard sets in ${withUnit(String(length), "weeks")}, from ${person.asEntered(counted[0])} to ${person.asEntered(counted.at(-1))}. The table below has all of them."></day-plot>
          <figcaption class="soft small">Hard sets in the week from each Monday. The ground is the range from 10 to 20.${guessed
            ? html` ${person.asEntered(guessed)} of them have no RPE or reserve, and are counted as hard.` : nothing}
            ${this.content.whole.length ? html`This week, not among them: ${person.asEntered(sets.at(-1))} so far.` : nothing}</figcaption></figure>
        ${explanation(mean.explanation, person, mean.name)}
      </div>`;
  }

  #table(weeks, muscles, person) {
    return html`
      <div class="table-frame plot-table" tabindex="0" role="region" aria-label="Hard sets by muscle and week">
        <table class="heat">
          <caption>Hard sets in the week from each Monday, the last of which goes on, and the volume of all these weeks</caption>
          <thead><tr><th scope="col">Muscle</th>${weeks.map((week) => html`<th scope="col" class="end">${person.day(week, {day: "numeric", month: "short"})}</th>`)}<th scope="col" class="end">Volume</th></tr></thead>
          <tbody>${muscles.map(({muscle, sets, volume}) => html`
            <tr><th scope="row">${titled(muscle)}</th>
              ${sets.map((value) => html`<td class="end number" data-level=${levelOf(value, this.content.ranges)}>${person.asEntered(value)}</td>`)}
              <td class="end number">${massInWords(person, volume.reduce((sum, value) => sum + value, 0), 0)}</td></tr>`)}</tbody>
        </table>
      </div>`;
  }
}

const byMean = (one, other) => (other.mean.value ?? -1) - (one.mean.value ?? -1);
const levelOf = (value, ranges) => (value ? ranges.filter(({from}) => value >= from).length : 0);

customElements.define("muscle-sets", MuscleSets);
