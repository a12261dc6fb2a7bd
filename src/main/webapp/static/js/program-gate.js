import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {View} from "./view.js";

const kinds = [["rounds", "After so many rounds"], ["stalled", "Once lifts no longer get heavier"], ["reached", "Once a lift reaches a weight"]];

/** What each gate is told: `[name, label, least, most]`. */
const fields = {
  "": [],
  rounds: [["rounds", "Rounds", 1, 500]],
  stalled: [["lifts", "So many lifts", 1, 20], ["setbacks", "Set back so often", 1, 10], ["atMost", "Rounds at most", 1, 500]],
  reached: [["kg", "Weight (kg)", 0, 1000], ["lb", "Weight (lb)", 0, 2000], ["atMost", "Rounds at most", 1, 500]],
};

/** When a phase is over. Given: `{person, gate, isLast, lifts}`. It tells by `gatechange`. */
class ProgramGate extends View {
  #wrong = "";

  #tell(gate) {
    this.dispatchEvent(new CustomEvent("gatechange", {bubbles: true, detail: gate}));
  }

  #choose(kind) {
    const {lifts} = this.given;
    this.#wrong = "";
    this.#tell({
      "": undefined, rounds: {gate: "rounds", rounds: 4}, stalled: {gate: "stalled", lifts: Math.min(2, lifts.length || 1), setbacks: 2, atMost: 26},
      reached: {gate: "reached", lift: lifts[0]?.[0], kg: 100, lb: 225, atMost: 26},
    }[kind]);
  }

  #type([name, label, least, most], text) {
    const value = text.trim() === "" && name === "atMost" ? undefined : Number(text.replace(",", "."));
    const whole = name === "kg" || name === "lb" || value === undefined || Number.isInteger(value);
    this.#wrong = value === undefined || (value >= least && value <= most && whole) ? "" : `${label}: write a number from ${least} to ${most}`;
    if (this.#wrong) this.refresh();
    else this.#tell({...this.given.gate, [name]: value});
  }

  template() {
    const {gate, isLast, lifts} = this.given;
    const kind = gate?.gate ?? "";
    const options = isLast ? [["", "Never, it goes on"], ...kinds] : kinds;
    return html`
      <div class="field"><label for="gate-kind">It is over</label><div class="field-control">
        <select id="gate-kind" @change=${(event) => this.#choose(event.target.value)}>
          ${options.map(([value, words]) => html`<option value=${value} .selected=${value === kind}>${words}</option>`)}
        </select></div></div>
      ${kind === "reached" ? html`
        <div class="field"><label for="gate-lift">Lift</label><div class="field-control">
          <select id="gate-lift" @change=${(event) => this.#tell({...gate, lift: event.target.value})}>
            ${lifts.map(([lift, name]) => html`<option value=${lift} .selected=${lift === gate.lift}>${name}</option>`)}
          </select></div></div>` : nothing}
      ${fields[kind].length ? html`<div class="gate-numbers">${fields[kind].map((field) => html`
        <div class="field"><label for="gate-${field[0]}">${field[1]}</label><div class="field-control">
          <input id="gate-${field[0]}" inputmode=${field[0] === "kg" || field[0] === "lb" ? "decimal" : "numeric"} autocomplete="off" maxlength="6" .value=${String(gate[field[0]] ?? "")}
            aria-describedby=${this.#wrong ? "gate-wrong" : nothing} @change=${(event) => this.#type(field, event.target.value)}></div></div>`)}</div>` : nothing}
      ${this.#wrong ? html`<p class="field-error" id="gate-wrong"><span>${this.#wrong}</span></p>` : nothing}`;
  }
}

customElements.define("program-gate", ProgramGate);
