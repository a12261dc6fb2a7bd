import {html} from "../vendor/lit-html/lit-html.js";
import "./day-plot.js";
import {Loaded} from "./loaded.js";
import {massInWords, massOf, massUnit} from "./mass.js";
import {withUnit} from "./person.js";
import {asTable, rangeChoice} from "./range-choice.js";

const spans = [["12", "12 w"], ["52", "1 y"], ["156", "3 y"]];

/** Weight times repetitions, week by week. Given: `{person}`. */
class WeeklyVolume extends Loaded {
  bones = ["plot-bone"];
  #weeks = "12";
  #plot = null;
  #pointed = null;
  #tableOpen = false;

  get path() {
    return `/workouts/volume?weeks=${this.#weeks}`;
  }

  loaded() {
    const {person} = this.given;
    this.#pointed = null;
    this.#plot = {
      person, base: 0,
      days: this.content.items.map(({week}) => week),
      series: [{values: this.content.items.map(({volume}) => massOf(person, volume)), as: "bars", token: "--plot-trend"}],
      unit: massUnit(person),
    };
  }

  shown({items}, person) {
    const [first, last] = [items[0], items.at(-1)].map(({week, volume}) => `${massInWords(person, volume, 0)} in the week of ${person.day(week)}`);
    const pointed = items[this.#pointed ?? items.length - 1];
    return html`
      ${rangeChoice("volume-weeks", "Weeks", spans, this.#weeks, (value) => { this.#weeks = value; this.load(); })}
      <figure class="plot">
        <p class="plot-readout small"><strong>Week of ${person.day(pointed.week)}</strong> ${massInWords(person, pointed.volume, 0)},
          ${withUnit(person.asEntered(pointed.sets), "sets")} in ${withUnit(person.asEntered(pointed.sessions), "sessions")}</p>
        <day-plot class="low" role="img" aria-label="Volume from ${first} to ${last}. The same data follows as a table." .given=${this.#plot}
          @daypointed=${({detail}) => { this.#pointed = detail; this.refresh(); }}></day-plot>
        <figcaption class="soft small">Weight × repetitions in ${massUnit(person)}, warm-ups left out${items.some(({setsWithoutBodyWeight}) => setsWithoutBodyWeight) ? ", as are sets with a body weight that nobody recorded" : ""}. Where the body is lifted its weight counts. The last week may not be over.</figcaption>
      </figure>
      ${asTable(this, this.#tableOpen, (open) => { this.#tableOpen = open; }, () => this.#table(items, person))}`;
  }

  #table(items, person) {
    return html`
      <div class="table-frame plot-table" tabindex="0" role="region" aria-label="Table of volume by week">
        <table>
          <caption>Volume by week, newest first</caption>
          <thead><tr><th scope="col">Week of</th>${["Volume", "Sets", "Sessions", "Minutes"].map((name) => html`<th scope="col" class="end">${name}</th>`)}</tr></thead>
          <tbody>${items.toReversed().map(({week, volume, sets, sessions, minutes}) => html`
            <tr><th scope="row" class="number">${person.day(week)}</th><td class="end number">${massInWords(person, volume, 0)}</td>
              ${[sets, sessions, minutes].map((value) => html`<td class="end number">${person.asEntered(value)}</td>`)}</tr>`)}</tbody>
        </table>
      </div>`;
  }
}

customElements.define("weekly-volume", WeeklyVolume);
