import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {get, post, Problem, query, request} from "./api.js";
import {FormView, isChanged} from "./form.js";
import {heaviestKilograms, kilogramsOf, massUnit, most, weightAs} from "./mass.js";
import {withUnit} from "./person.js";
import {schemeInWords} from "./prescription.js";
import {leaveFor} from "./session.js";
import {loading} from "./states.js";
import {parseNumber} from "./units.js";
import {uuid7} from "./uuid7.js";
import {epleyDivisor} from "./vocabulary.js";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  .map((name, index) => [index + 1, name]);

/** Training days for so many sessions a week. */
const spread = {
  1: [1], 2: [1, 4], 3: [1, 3, 5], 4: [1, 2, 4, 5], 5: [1, 2, 3, 5, 6], 6: [1, 2, 3, 4, 5, 6], 7: [1, 2, 3, 4, 5, 6, 7],
};
const steps = {kg: 2.5, lb: 5};

/** What share of the best single a training max is, in hundredths. */
const CAUTIOUS = 0.9;

/** Repetitions that the first sets leave in reserve. */
const RESERVE = 3;

/** Epley 1985: what can be lifted so many times, of what can be lifted once. */
const forReps = (once, reps) => once / (1 + reps / epleyDivisor());

/** The repetitions that a rule begins with. */
function firstReps({rule, reps, low, rpe}) {
  if (rule === "double-progression") return low;
  return rule === "rpe" ? reps + 10 - rpe - RESERVE : reps;
}

/**
 * What a program is begun with, or what of it is changed while it goes on: the first day, the days of the week, the plates, and
 * a weight for each lift. Given: `{person, program, enrolment}`.
 */
class ProgramStart extends FormView {
  #id = uuid7();
  #unit = null;
  #estimates = new Map();
  #ready = false;
  #left = false;
  #sent = [];
  #version = null;

  connectedCallback() {
    super.connectedCallback();
    this.#prepare();
  }

  /** What is followed, when that is to be changed. */
  get #standing() {
    return new URLSearchParams(location.search).has("begun") ? this.given.enrolment : null;
  }

  async #prepare() {
    this.#unit = this.#standing?.unit ?? massUnit(this.given.person);
    this.#version = this.#standing?.version;
    try {
      if (!this.#standing) await this.#estimate();
    } catch {
      // Without an estimate one types the weights; nothing is lost.
    }
    this.#ready = true;
    this.refresh();
  }

  /** The best estimates of those lifts that were done before and are lifted by weight alone. */
  async #estimate() {
    const wanted = this.#lifts.map(({exerciseId}) => exerciseId);
    const {items} = await get(`/exercises/last-sets${query({exercise: [...new Set(wanted)].slice(0, 60)})}`);
    await Promise.all(items.filter(({sets}) => sets.some(({weight}) => weight)).map(async ({exerciseId}) => {
      const [exercise, progress] = await Promise.all([get(`/exercises/${exerciseId}`), get(`/strength/exercises/${exerciseId}`)]);
      const {value} = progress.current;
      if (exercise.tracking === "weight-reps" && value !== undefined) this.#estimates.set(exerciseId, value);
    }));
  }

  /** The lifts that are lifted by weight, each with the rule that it begins by. */
  get #lifts() {
    const {lifts, program} = this.given.program;
    const slots = program.phases.flatMap(({weeks}) => weeks).flatMap(({days}) => days).flatMap(({exercises}) => exercises);
    return lifts.map((lift) => ({...lift, rule: slots.find((slot) => slot.lift === lift.lift).rule}))
      .filter(({rule}) => rule.seconds === undefined);
  }

  get unsaved() {
    return !this.#left && super.unsaved;
  }

  /** A weight to begin with and what it is from, or nothing. */
  #proposed({exerciseId, startsWith, rule, lift}) {
    const standing = this.#standing?.starts.find((start) => start.lift === lift);
    if (this.#standing) return {value: standing?.trainingMax ?? standing?.weight};
    const best = this.#estimates.get(exerciseId);
    if (best === undefined || rule.rule === "fixed") return {};
    const {person} = this.given;
    const once = best / kilogramsOf({weight: 1, unit: this.#unit});
    const weight = startsWith === "training-max" ? once * CAUTIOUS : forReps(once, firstReps(rule) + RESERVE);
    const step = steps[this.#unit];
    const maximum = withUnit(person.asEntered(Number(once.toFixed(1))), this.#unit);
    return {
      value: Math.floor(weight / step) * step,
      from: startsWith === "training-max"
        ? `Training max: 90 % of your estimated maximum of ${maximum}, rounded down.`
        : `From your estimated maximum of ${maximum}, so that about ${RESERVE} repetitions stay in reserve.`,
    };
  }

  inputOf(field) {
    const start = /^starts\[(\d+)\]/.exec(field);
    if (start) return `lift-${this.#sent[Number(start[1])]?.lift}`;
    return field.startsWith("daysOfWeek") ? "daysOfWeek" : field;
  }

  #read(data) {
    const violations = [];
    const daysOfWeek = data.getAll("daysOfWeek").map(Number);
    if (!daysOfWeek.length) violations.push({field: "days", message: "Choose at least one day of the week"});
    if (!this.#standing && !data.get("startOn")) violations.push({field: "startOn", message: "Choose the first day"});
    const step = parseNumber(data.get("step"));
    if (!(step > 0 && step <= 50)) violations.push({field: "step", message: "Write the smallest step, such as 2.5"});
    const heaviest = most(this.#unit, heaviestKilograms());
    const starts = [];
    for (const {lift, startsWith} of this.#lifts) {
      const text = data.get(`lift-${lift}`).trim();
      if (!text) continue;
      const weight = parseNumber(text);
      if (!(weight >= 0 && weight <= heaviest)) {
        violations.push({field: `lift-${lift}`, message: `Write a weight from 0 to ${heaviest} ${this.#unit}`});
      } else starts.push(startsWith === "training-max" ? {lift, trainingMax: weight} : {lift, weight});
    }
    if (violations.length) throw Problem.invalid(violations);
    this.#sent = starts;
    return {daysOfWeek, step, starts};
  }

  async #save(data) {
    const what = this.#read(data);
    if (this.#standing) await this.#change(what);
    else await this.#enrol({id: this.#id, startOn: data.get("startOn"), unit: this.#unit, ...what});
    this.#left = true;
    await leaveFor("/programs/");
  }

  #enrol(what) {
    return post(`/programs/${this.given.program.id}/enrolment`, what);
  }

  async #change(what) {
    try {
      await request("PUT", `/enrolments/${this.#standing.id}`, {body: what, ifMatch: `"${this.#version}"`});
    } catch (problem) {
      if (problem.status !== 412 || !problem.current) throw problem;
      this.#version = problem.current.version;
      throw new Problem({title: "It was changed elsewhere meanwhile", detail: "Save again to put yours in its place"});
    }
  }

  /** What was typed so far is put into the unit of the plates: a number keeps to what it was written in. */
  #chooseUnit(unit, form) {
    for (const input of form.querySelectorAll("[name^=lift-]")) {
      const weight = parseNumber(input.value);
      if (isChanged(input) && !Number.isNaN(weight)) input.value = this.given.person.asTyped(weightAs(unit, weight, this.#unit));
    }
    if (isChanged(form.elements.step)) form.elements.step.value = String(steps[unit]);
    this.#unit = unit;
    this.refresh();
  }

  template() {
    const {person, program: {id, daysPerWeek, program}} = this.given;
    const standing = this.#standing;
    const head = html`<header class="page-head"><h1>${standing ? "Days and weights" : `Start ${program.name}`}</h1></header>`;
    if (!this.#ready) return html`${head}<div class="sheet">${loading(...Array(4).fill("field-bone"))}</div>`;
    const days = standing?.daysOfWeek ?? spread[daysPerWeek];
    return html`
      ${head}
      <form class="sheet program-start" novalidate autocomplete="off"
        @submit=${(event) => this.submit(event, (data) => this.#save(data))}>
        <div class="fields short">
          ${standing ? nothing : this.input("startOn", "First day", {type: "date", value: person.today, min: "1900-01-01"})}
          ${standing ? nothing : this.select("unit", "Plates in", [["kg", "Kilograms"], ["lb", "Pounds"]], {
            value: this.#unit, changed: ({target}) => this.#chooseUnit(target.value, target.form),
          })}
          ${this.input("step", "Smallest step", {
            value: String(standing?.step ?? steps[this.#unit]), unit: this.#unit, inputmode: "decimal", maxlength: 6,
            hint: "What a pair of your smallest plates makes",
          })}
        </div>
        <fieldset class="weekdays">
          <legend class="fieldset-title">Training days</legend>
          <p class="soft small">The program has ${daysPerWeek === 1 ? "one session" : `${daysPerWeek} sessions`} a week. Missed
            ones move on, they are not lost.</p>
          <div class="weekday-row">${weekdays.map(([day, name]) => html`
            <label><input type="checkbox" name="daysOfWeek" value=${day} aria-label=${name} ?checked=${days.includes(day)}>
              <span aria-hidden="true">${name.slice(0, 3)}</span></label>`)}</div>
        </fieldset>
        <fieldset>
          <legend class="fieldset-title">Weights to begin with</legend>
          <p class="soft small">${this.#lead}</p>
          <div class="fields lift-fields">${this.#lifts.map((lift) => this.#lift(lift))}</div>
        </fieldset>
        ${this.problemNotice()}
        <div class="button-row">
          ${this.submitButton(standing ? "Save" : "Start program", standing ? "Saving…" : "Starting…")}
          <a class="button" href=${standing ? "/programs/" : `/programs/?id=${id}`}
            @click=${() => { this.#left = true; }}>Cancel</a>
        </div>
      </form>`;
  }

  get #lead() {
    if (this.#standing) return "A weight that you change counts as long as the lift was not trained in this program.";
    return `${this.#advice} For what lifts the body itself, write what is added to it.`;
  }

  get #advice() {
    return this.#estimates.size
      ? "Where you trained a lift before, what stands there follows from your best estimate. Change it as you like; "
        + "leave out what you do not know, and the first session asks."
      : "Begin lighter than you could: the program adds weight soon enough. "
        + "Leave out what you do not know, and the first session asks.";
  }

  #lift(lift) {
    const {person} = this.given;
    const {value, from} = this.#proposed(lift);
    const byMax = lift.startsWith === "training-max";
    const aim = byMax ? "Training max, about 90 % of what you can lift once." : `For ${schemeInWords(person, lift.rule)}.`;
    return this.input(`lift-${lift.lift}`, lift.exerciseName ?? "A deleted exercise", {
      value: value === undefined ? "" : String(value), unit: this.#unit, inputmode: "decimal", maxlength: 8,
      hint: from ? (byMax ? from : `${aim} ${from}`) : aim,
    });
  }
}

customElements.define("program-start", ProgramStart);
