import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {repeat} from "../vendor/lit-html/directives/repeat.js";
import {Problem} from "./api.js";
import {FormView} from "./form.js";
import {ruleKinds} from "./prescription.js";
import {parseNumber} from "./units.js";

const rests = [["", "As usual"], ["30", "30 s"], ["60", "1 min"], ["90", "1:30 min"], ["120", "2 min"], ["150", "2:30 min"], ["180", "3 min"], ["240", "4 min"], ["300", "5 min"]];

/** With a rest that is none of the usual ones. */
const restsWith = (seconds) => (seconds === undefined || rests.some(([key]) => key === String(seconds)) ? rests : [...rests, [String(seconds), `${seconds} s`]]);

/** What each rule is told: `[name, label, low, high, unit, hint]`; what has to be whole is read so. */
const sets = ["sets", "Sets", 1, 20];
const more = [["kg", "More weight", 0.001, 50, "kg"], ["lb", "More weight", 0.001, 100, "lb"]];
const maxRpe = ["maxRpe", "Only if no set was above RPE", 5, 10, "", "Leave empty if effort does not matter"];
const setback = [["failures", "Failures until it gets lighter", 1, 10], ["percent", "Lighter by", 1, 50, "%"]];
const fields = {
  linear: [sets, ["reps", "Repetitions", 1, 100], ...more, maxRpe, ...setback],
  "double-progression": [sets, ["low", "Repetitions from", 1, 100], ["high", "Up to", 1, 100], ...more, maxRpe, ...setback],
  percentage: [...more, ["failures", "Rounds that fall short until it gets lighter", 1, 10], ["percent", "Lighter by", 1, 50, "%"]],
  rpe: [sets, ["reps", "Repetitions", 1, 12], ["rpe", "Aim at RPE", 5, 10], ["most", "At most in one session", 1, 20, "%"]],
  fixed: [sets, ["amount", "Of", 1, 7200]],
};
const fractions = new Set(["kg", "lb", "maxRpe", "rpe"]);
const defaults = {sets: 3, reps: 5, low: 8, high: 12, kg: 2.5, lb: 5, failures: 3, percent: 10, rpe: 8, most: 5, amount: 12};

/** "65×5, 75×5, 85×5+": the sets of percentages of a training max. */
const writeSteps = (steps) => steps.map(({percent, reps, amrap}) => `${percent}×${reps}${amrap ? "+" : ""}`).join(", ");

function readSteps(text) {
  const steps = text.split(/[,;]/).map((part) => /^\s*(\d{2,3})\s*%?\s*[×x*]\s*(\d{1,2})\s*(\+?)\s*$/i.exec(part));
  if (!steps.every(Boolean) || steps.length > 20) return null;
  const read = steps.map(([, percent, reps, plus]) => ({percent: Number(percent), reps: Number(reps), amrap: plus === "+"}));
  return read.every(({percent, reps}) => percent >= 20 && percent <= 120 && reps >= 1 && reps <= 50) ? read : null;
}

/** What a rule says, by the names of the form's fields. */
const valuesOf = (rule) => ({
  ...defaults, ...rule, ...rule.increase, ...rule.setback,
  ...(rule.rule === "fixed" ? {amount: rule.seconds ?? rule.reps, count: rule.seconds === undefined ? "reps" : "seconds"} : {}),
  ...(rule.rule === "percentage" ? {sets: defaults.sets} : {}),
});

/** How one exercise of a program progresses. Given: `{person}`. It tells by `slotchanged`, or by `slotexchange` that another exercise is wanted. */
class SlotDialog extends FormView {
  #slot = null;
  #name = "";
  #kind = "linear";

  async open(slot, name) {
    this.#slot = slot;
    this.#name = name;
    this.#kind = slot.rule.rule;
    this.forgive();
    await this.refresh();
    this.querySelector("form").reset();
    await this.refresh();
    this.#dialog.showModal();
  }

  get #dialog() {
    return this.querySelector("dialog");
  }

  get unsaved() {
    return false;
  }

  #choose(kind) {
    this.#kind = kind;
    this.forgive();
  }

  #read(data) {
    const violations = [];
    const number = ([name, , low, high]) => {
      const text = data.get(name).trim();
      if (name === "maxRpe" && !text) return undefined;
      const value = fractions.has(name) ? parseNumber(text) : /^\d+$/.test(text) ? Number(text) : Number.NaN;
      if (!(value >= low && value <= high)) violations.push({field: name, message: low < 1 ? `Write a number up to ${high}` : `Write a ${fractions.has(name) ? "" : "whole "}number from ${low} to ${high}`});
      return value;
    };
    const said = Object.fromEntries(fields[this.#kind].map((field) => [field[0], number(field)]));
    if (said.low >= said.high) violations.push({field: "high", message: "Must be above the low end"});
    const steps = this.#kind === "percentage" ? readSteps(data.get("steps")) : undefined;
    if (steps === null) violations.push({field: "steps", message: "Write percent × repetitions, parted by commas"});
    if (violations.length) throw Problem.invalid(violations);
    return this.#ruleOf(said, steps, data);
  }

  #ruleOf({sets: count, reps, low, high, kg, lb, maxRpe: limit, failures, percent, rpe, most, amount}, steps, data) {
    const moving = {increase: {kg, lb}, setback: {failures, percent}};
    switch (this.#kind) {
      case "linear": return {rule: "linear", sets: count, reps, amrap: data.has("amrap"), ...moving, maxRpe: limit};
      case "double-progression": return {rule: "double-progression", sets: count, low, high, ...moving, maxRpe: limit};
      case "percentage": return {rule: "percentage", sets: steps, ...moving};
      case "rpe": return {rule: "rpe", sets: count, reps, rpe, most};
      default: return {rule: "fixed", sets: count, [data.get("count")]: amount};
    }
  }

  #save(data) {
    const rule = this.#read(data);
    const restSeconds = data.get("restSeconds") ? Number(data.get("restSeconds")) : undefined;
    this.#dialog.close();
    this.#tell("slotchanged", {rule, restSeconds, note: data.get("note").trim() || undefined});
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, {bubbles: true, detail}));
  }

  template() {
    const rule = this.#slot?.rule;
    const values = rule && valuesOf(rule);
    return html`
      <dialog class="slot-dialog" aria-labelledby="slot-title">
        <h2 id="slot-title">${this.#name}</h2>
        ${rule ? html`<form novalidate autocomplete="off" @submit=${(event) => this.submit(event, (data) => this.#save(data))}>
          ${this.problemNotice()}
          <div class="fields dialog-fields">
            ${this.select("kind", "How it progresses", ruleKinds, {value: rule.rule, whole: true, changed: (event) => this.#choose(event.target.value)})}
            ${this.#kind === "percentage" ? this.input("steps", "Sets", {value: rule.rule === "percentage" ? writeSteps(rule.sets) : "65×5, 75×5, 85×5+", whole: true, maxlength: 200,
              hint: "Percent × repetitions, parted by commas; + for as many as possible"}) : nothing}
            ${repeat(fields[this.#kind], ([name]) => name, ([name, label, , , unit, hint]) => this.input(name, label, {
              value: values[name] === undefined ? "" : String(values[name]), unit, hint, inputmode: fractions.has(name) ? "decimal" : "numeric", maxlength: 6,
              whole: name === "maxRpe" || (name === "sets" && this.#kind === "double-progression")}))}
            ${this.#kind === "fixed" ? this.select("count", "Counted in", [["reps", "Repetitions"], ["seconds", "Seconds"]], {value: values.count ?? "reps"}) : nothing}
          </div>
          ${this.#kind === "linear" ? html`<label class="choice"><input type="checkbox" name="amrap" ?checked=${values.amrap}> In the last set as many repetitions as possible</label>` : nothing}
          <div class="fields dialog-fields slot-more">
            ${this.select("restSeconds", "Rest after a set", restsWith(this.#slot.restSeconds), {value: String(this.#slot.restSeconds ?? "")})}
            ${this.input("note", "Note", {value: this.#slot.note ?? "", maxlength: 500, whole: true})}
          </div>
          <p class="soft small">The rule is the same wherever ${this.#name} comes up in this phase.${this.#kind === "percentage" ? " The percentages are of this session." : ""}</p>
          <div class="button-row">
            <button type="submit" class="button primary">Apply</button>
            <button type="button" class="button" @click=${() => { this.#dialog.close(); this.#tell("slotexchange"); }}>Exchange exercise</button>
            <button type="button" class="button" @click=${() => this.#dialog.close()}>Cancel</button>
          </div>
        </form>` : nothing}
      </dialog>`;
  }
}

customElements.define("slot-dialog", SlotDialog);
