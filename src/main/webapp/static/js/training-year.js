import {html} from "../vendor/lit-html/lit-html.js";
import {dayOf, serialOf} from "./dates.js";
import {icon} from "./icon.js";
import {Loaded} from "./loaded.js";
import {withUnit} from "./person.js";
import {asTable} from "./range-choice.js";
import {workoutTypeName} from "./vocabulary.js";

const WEEK = 7;
const STEPS = [1, 30, 60, 90];
const moves = {ArrowUp: -1, ArrowDown: 1, ArrowLeft: -WEEK, ArrowRight: WEEK};

/** The days of a year, darker the longer one trained, one column a week. Arrow keys go from day to day. Given: `{person}`. */
class TrainingYear extends Loaded {
  bones = ["field-bone", "field-bone"];
  #year = null;
  #at = null;
  #tableOpen = false;

  get path() {
    return `/load/calendar?year=${this.#asked}`;
  }

  get #asked() {
    return this.#year ?? this.#thisYear;
  }

  get #thisYear() {
    return Number(this.given.person.today.slice(0, 4));
  }

  loaded() {
    const {year, days} = this.content;
    const {today} = this.given.person;
    this.#at = year === this.#thisYear ? today : days.at(-1)?.date ?? `${year}-12-31`;
    this.#showEnd(year);
  }

  /** On a phone the year is wider than the screen; what happened last is what one looks for. */
  async #showEnd(year) {
    await this.refresh();
    const cell = year === this.#thisYear && this.querySelector("[tabindex='0'][data-day]");
    const frame = this.querySelector(".year-frame");
    if (cell) frame.scrollLeft = cell.offsetLeft - frame.clientWidth + 4 * cell.offsetWidth;
  }

  #turn(years) {
    this.#year = this.#asked + years;
    this.load();
  }

  async #walk(event) {
    const {year} = this.content;
    const move = moves[event.key];
    const ends = {Home: `${year}-01-01`, End: this.#lastDay(year)};
    const day = ends[event.key] ?? (move && dayOf(serialOf(this.#at) + move));
    if (!day) return;
    event.preventDefault();
    if (!day.startsWith(String(year)) || day > this.#lastDay(year)) return;
    this.#at = day;
    await this.refresh();
    this.querySelector(`[data-day="${day}"]`).focus();
  }

  #lastDay(year) {
    return year === this.#thisYear ? this.given.person.today : `${year}-12-31`;
  }

  shown({year, days}, person) {
    const trained = new Map(days.map((day) => [day.date, day]));
    const minutes = days.reduce((sum, day) => sum + day.minutes, 0);
    return html`
      <div class="year-head">
        <button type="button" class="icon-button" aria-label="The year before"
          @click=${() => this.#turn(-1)}>${icon("back")}</button>
        <h3 aria-live="polite">${year}</h3>
        <button type="button" class="icon-button" aria-label="The year after" aria-disabled=${year >= this.#thisYear}
          @click=${() => year < this.#thisYear && this.#turn(1)}>${icon("forth")}</button>
        <p class="soft">${withUnit(person.asEntered(days.length), "days")},
          ${withUnit(person.number(minutes / 60, 0), "hours")}</p>
      </div>
      <p class="plot-readout small">${this.#words(this.#at, trained.get(this.#at), person)}</p>
      <div class="table-frame year-frame">
        <table class="year" role="grid" aria-label="Training in ${year}" @keydown=${(event) => this.#walk(event)}>
          ${this.#grid(year, trained, person)}
        </table>
      </div>
      <ul class="plain legend year-legend small"><li>Minutes</li>
        ${[0, ...STEPS].map((from, level) =>
          html`<li><span class="swatch day" data-level=${level}></span>${level ? `${from}+` : from}</li>`)}</ul>
      ${asTable(this, this.#tableOpen, (open) => { this.#tableOpen = open; }, () => this.#table(days, person))}`;
  }

  #grid(year, trained, person) {
    const first = serialOf(`${year}-01-01`);
    const monday = first - ((first + 3) % WEEK);
    const last = serialOf(`${year}-12-31`);
    const end = serialOf(this.#lastDay(year));
    const weeks = Math.floor((last - monday) / WEEK) + 1;
    const months = Array.from({length: 12}, (nothingYet, index) => serialOf(`${year}-${index + 1}-1`));
    const columns = months.map((serial) => Math.floor((serial - monday) / WEEK));
    return html`
      <thead><tr><td></td>${columns.map((column, index) => html`
        <th scope="colgroup" colspan=${(columns[index + 1] ?? weeks) - column}>
          ${person.day(dayOf(months[index]), {month: "short"})}</th>`)}</tr></thead>
      <tbody>${Array.from({length: WEEK}, (nothingYet, weekday) => html`
        <tr><th scope="row"><span class="visually-hidden">${person.day(dayOf(monday + weekday), {weekday: "long"})}</span>
            <span aria-hidden="true">${weekday % 2 ? "" : person.day(dayOf(monday + weekday), {weekday: "narrow"})}</span></th>
          ${Array.from({length: weeks}, (nothingThere, week) => {
            const serial = monday + week * WEEK + weekday;
            return serial < first || serial > end ? html`<td></td>` : this.#day(dayOf(serial), trained, person);
          })}</tr>`)}</tbody>`;
  }

  #day(day, trained, person) {
    const found = trained.get(day);
    const show = () => { this.#at = day; this.refresh(); };
    return html`<td class="day" data-day=${day} data-level=${levelOf(found)} tabindex=${day === this.#at ? "0" : "-1"}
      aria-label=${this.#words(day, found, person)} aria-selected=${day === this.#at} @pointerenter=${show} @focus=${show}></td>`;
  }

  #words(day, found, person) {
    const name = person.day(day, {weekday: "short", day: "numeric", month: "short", year: "numeric"});
    if (!found) return `${name}: no training`;
    const load = found.load ? `, load ${person.number(found.load, 0)}` : "";
    const types = found.types.map(workoutTypeName).join(", ");
    return `${name}: ${types}, ${withUnit(person.asEntered(found.minutes), "minutes")}${load}`;
  }

  #table(days, person) {
    if (!days.length) return html`<p class="soft">No training in this year.</p>`;
    return html`
      <div class="table-frame plot-table" tabindex="0" role="region" aria-label="Days of training">
        <table>
          <caption>Days of training, newest first</caption>
          <thead><tr><th scope="col">Day</th><th scope="col">Types</th>
            ${["Sessions", "Minutes", "Load"].map((name) => html`<th scope="col" class="end">${name}</th>`)}</tr></thead>
          <tbody>${days.toReversed().map(({date, types, sessions, minutes, load}) => html`
            <tr><th scope="row" class="number">${person.day(date)}</th><td>${types.map(workoutTypeName).join(", ")}</td>
              ${[sessions, minutes, load].map((value) => html`
                <td class="end number">${value === undefined ? "–" : person.number(value, 0)}</td>`)}</tr>`)}</tbody>
        </table>
      </div>`;
  }
}

/** A session whose duration nobody wrote down is one all the same. */
const levelOf = (day) => (day ? Math.max(1, STEPS.filter((from) => day.minutes >= from).length) : 0);

customElements.define("training-year", TrainingYear);
