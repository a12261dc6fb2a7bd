import {html, nothing} from "../vendor/lit-html/lit-html.js";
import "./check-in-form.js";
import "./shell.js";
import {get, query} from "./api.js";
import {plusDays} from "./dates.js";
import {converter, figure} from "./explain.js";
import {headline, TREND_DAYS} from "./headline.js";
import {requireSession} from "./session.js";
import {sheet} from "./sheet.js";
import {empty, failedRoom} from "./states.js";
import {toast} from "./toast.js";
import {View} from "./view.js";

const KEY_METRIC = "weight";

/** Today: write down the day, then see where things stand. */
class TodayRoom extends View {
  #person = null;
  #metrics = [];
  #summary = null;
  #trend = null;
  #composition = [];
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("measurementschange", () => this.#load());
    this.#load();
  }

  async #load() {
    try {
      const person = await requireSession();
      const paths = ["/metrics?limit=200", "/measurements/summary", "/body-composition"];
      const [metrics, summary, composition] = await Promise.all(paths.map((path) => get(path)));
      const key = this.#keyOf(summary);
      const from = plusDays(person.today, 1 - TREND_DAYS);
      this.#trend = key ? await get(`/metrics/${encodeURIComponent(key)}/trend${query({from})}`) : null;
      this.#person = person;
      this.#metrics = metrics.items;
      this.#summary = summary;
      this.#composition = composition.items;
      this.#problem = null;
    } catch (problem) {
      // What is shown already stays: it is old, not wrong.
      if (this.#person) toast(problem.words);
      this.#problem = problem;
    }
    this.refresh();
  }

  #keyOf({items}) {
    return (items.find(({metric}) => metric === KEY_METRIC) ?? items[0])?.metric;
  }

  template() {
    if (!this.#person) return this.#problem ? failedRoom("Today", this.#problem) : null;
    return html`
      <header class="page-head"><h1>Today</h1>
        <p class="soft">${this.#person.day(this.#person.today, {dateStyle: "full"})}</p></header>
      <div class="today">
        <div class="today-check-in">
          ${sheet("check-in", "Check-in", html`
            <check-in-form .given=${{person: this.#person, metrics: this.#metrics, summary: this.#summary}}></check-in-form>`)}
        </div>
        <div class="today-figures">
          <section class="sheet" aria-labelledby="standing">
            <h2 id="standing" class="visually-hidden">Where you stand</h2>
            ${this.#standing()}
          </section>
          ${this.#summary.items.length ? this.#bodyComposition() : nothing}
        </div>
      </div>`;
  }

  #standing() {
    const key = this.#keyOf(this.#summary);
    if (!key) {
      return empty("scale", "Begin with one number",
        "Enter your weight, or whatever you keep track of, and save the check-in. "
          + "After a few days you see here where it is heading.");
    }
    const metric = this.#metrics.find((one) => one.key === key);
    const latest = this.#summary.items.find((item) => item.metric === key);
    return html`
      ${headline(metric, latest, this.#trend, this.#person)}
      <p class="today-more"><a href="/measurements/?plot=${key}&range=${TREND_DAYS}">See the plot</a></p>`;
  }

  #bodyComposition() {
    const {height, birthDate, sexAtBirth} = this.#person.profile;
    const incomplete = this.#composition.some(({missing}) => missing) && !(height && birthDate && sexAtBirth);
    const convert = converter(this.#metrics, this.#person);
    return sheet("composition", "Body composition", html`
      <ul class="figures plain">${this.#composition.map((item) => html`<li>${figure(item, this.#person, convert)}</li>`)}</ul>
      ${incomplete ? html`<p class="today-more small"><a href="/account/">Complete your profile</a></p>` : nothing}`);
  }
}

customElements.define("today-room", TodayRoom);
