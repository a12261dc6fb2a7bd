import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {get, Problem, request} from "./api.js";
import {explanation} from "./explain.js";
import {FormView} from "./form.js";
import {icon} from "./icon.js";
import {unitOf, withUnit} from "./person.js";
import {failed, loading} from "./states.js";
import {toast} from "./toast.js";

const MOST = 14;

/** Weeks against the goal of sessions a week, and the goal itself. Given: `{person}`. */
class WeeklyGoal extends FormView {
  #streak = null;
  #goal = null;
  /** What was chosen and could not be saved, whatever stands elsewhere. */
  #chosen = null;
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      [this.#streak, this.#goal] = await Promise.all([get("/load/streak"), get("/load/goal")]);
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.refresh();
  }

  async #save(data) {
    const sessionsPerWeek = Number(data.get("sessionsPerWeek"));
    try {
      this.#goal = (await request("PUT", "/load/goal", {body: {sessionsPerWeek}, ifMatch: `"${this.#goal.version}"`})).body;
    } catch (problem) {
      if (problem.status !== 412 || !problem.current) throw problem;
      this.#goal = problem.current;
      this.#chosen = sessionsPerWeek;
      if (problem.current.sessionsPerWeek !== sessionsPerWeek) {
        throw new Problem({title: "The goal was changed elsewhere meanwhile", detail: `It is ${problem.current.sessionsPerWeek} there. Save again to put yours in its place.`});
      }
    }
    this.#chosen = null;
    toast(`The goal is ${sessionsPerWeek} ${sessionsPerWeek === 1 ? "session" : "sessions"} a week`);
    await this.#load();
  }

  template() {
    if (this.#problem) return failed(this.#problem, () => this.#load());
    if (!this.#streak) return loading("figure-bone", "field-bone");
    const {person} = this.given;
    const {goal, weeks, figures: [streak, ...others]} = this.#streak;
    const now = weeks.at(-1);
    return html`
      <div class="headline">
        <p class="headline-value"><span class="number">${person.asEntered(streak.value ?? 0)}</span><small>${streak.value === 1 ? "week" : "weeks"} in a row</small></p>
        <p class="soft">${now ? `${now.sessions} of ${withUnit(person.asEntered(goal), "sessions")} this week` : `The goal is ${goal} a week`}</p>
      </div>
      ${weeks.length ? html`
        <ol class="plain week-marks" aria-label=${weeks.length === 1 ? "The last week" : `The last ${weeks.length} weeks`}>${weeks.map(({week, sessions, met}) => html`
          <li data-met=${met}>${met ? icon("check") : html`<span aria-hidden="true">${sessions}</span>`}
            <span class="visually-hidden">Week of ${person.day(week)}: ${sessions} of ${goal}, ${met ? "met" : "not met"}</span></li>`)}</ol>` : nothing}
      ${explanation(streak.explanation, person, streak.name)}
      <ul class="figures plain">${others.map((item) => html`<li>${this.#whole(item, person)}</li>`)}</ul>
      <form class="below" novalidate @submit=${(event) => this.submit(event, (data) => this.#save(data))}>
        ${this.problemNotice()}
        <div class="goal-line">
          ${this.select("sessionsPerWeek", "Sessions a week", Array.from({length: MOST}, (nothingYet, index) => [String(index + 1), String(index + 1)]), {value: String(this.#chosen ?? this.#goal.sessionsPerWeek)})}
          ${this.submitButton("Save goal", "Saving…")}
        </div>
      </form>`;
  }

  /** Weeks and the share of sessions are whole numbers. */
  #whole({name, value, unit, missing, explanation: reasons}, person) {
    return html`
      <div class="figure-line"><h3>${name}</h3>
        ${value === undefined ? html`<p class="figure-missing">${person.withDates(missing)}</p>` : html`<p class="figure-value">${person.number(value, 0)} <small>${unitOf(person.number(value, 0), unit)}</small></p>`}</div>
      ${explanation(reasons, person, name)}`;
  }

  /** A goal that was chosen is soon chosen again. */
  get unsaved() {
    return false;
  }
}

customElements.define("weekly-goal", WeeklyGoal);
