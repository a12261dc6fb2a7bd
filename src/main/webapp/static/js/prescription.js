import {loadInWords, massUnit} from "./mass.js";
import {withUnit} from "./person.js";

/** The rules that exercises progress by, as they are chosen and told. */
export const ruleKinds = [
  ["linear", "More weight each time"], ["double-progression", "More repetitions, then more weight"], ["percentage", "Percentages of a training max"],
  ["rpe", "Weight by effort"], ["fixed", "The same each time"],
];

export const ruleName = (kind) => ruleKinds.find(([key]) => key === kind)[1];

/** How the next session differs from the last one, in two words. */
export const changes = {
  start: "Start", heavier: "Heavier", "more-reps": "More repetitions", same: "Same again", lighter: "Lighter", setback: "Set back", "lighter-week": "Lighter week",
};

const times = (count, one, many = `${one}s`) => (count === 1 ? one : `${count} ${many}`);

/** The sets of a rule, short: "5 × 5", "3 × 6–10", "3 × 45 s". */
export function schemeInWords(person, rule) {
  switch (rule.rule) {
    case "double-progression": return `${rule.sets} × ${rule.low}–${rule.high}`;
    case "percentage": return rule.sets.map(({percent, reps, amrap}) => `${reps}${amrap ? "+" : ""} at ${percent} %`).join(", ");
    case "rpe": return `${rule.sets} × ${rule.reps} at RPE ${person.asEntered(rule.rpe)}`;
    case "fixed": return rule.seconds === undefined ? `${rule.sets} × ${rule.reps}` : `${rule.sets} × ${rule.seconds} s`;
    default: return `${rule.sets} × ${rule.reps}${rule.amrap ? "+" : ""}`;
  }
}

/** What a rule does, as a sentence or two, to whoever has plates in a unit. */
export function ruleInWords(person, rule, unit = massUnit(person)) {
  const step = rule.increase && `+${loadInWords(person, rule.increase[unit], unit)}`;
  const effort = rule.maxRpe === undefined ? "" : ` at RPE ≤ ${person.asEntered(rule.maxRpe)}`;
  switch (rule.rule) {
    case "linear":
      return `${step} once ${rule.sets === 1 ? "the set reaches" : `all ${rule.sets} sets reach`} ${times(rule.reps, "1 repetition", "repetitions")}${effort}. ${setback(rule.setback, "failure")}`;
    case "double-progression":
      return `One repetition more from ${rule.low} up to ${rule.high}${effort}, then ${step} and ${rule.low} again. ${setback(rule.setback, "failure")}`;
    case "percentage":
      return `${step} on the training max once the heaviest sets of a round reach their repetitions. ${setback(rule.setback, "round that falls short", "rounds that fall short")}`;
    case "rpe":
      return `The weight follows from how hard the last sets felt, by at most ${rule.most} % a session.`;
    default:
      return "The same each time.";
  }
}

const setback = ({failures, percent}, one, many = `${one}s`) =>
  `${failures === 1 ? `A ${one} takes` : `${failures} ${many} in a row take`} ${percent} % off.`;

/** When a phase is over. */
export function gateInWords(person, gate, nameOf, unit = massUnit(person)) {
  const atMost = gate?.atMost === undefined ? "" : `, or after ${times(gate.atMost, "one round", "rounds")}`;
  switch (gate?.gate) {
    case "rounds": return `Over after ${times(gate.rounds, "one round", "rounds")}.`;
    case "stalled": return `Over once ${times(gate.lifts, "one lift", "lifts")} ${gate.lifts === 1 ? "was" : "were"} set back ${gate.setbacks === 1 ? "once" : gate.setbacks === 2 ? "twice" : `${gate.setbacks} times`}${atMost}.`;
    case "reached": return `Over once ${nameOf(gate.lift)} reaches its repetitions with ${loadInWords(person, gate[unit], unit)}${atMost}.`;
    default: return "Goes on, round after round, until you end it.";
  }
}

const effortOf = (person, rpe, rule) => (rpe === undefined ? "" : `RPE ${rule.rule === "rpe" ? "" : "≤ "}${person.asEntered(rpe)}`);

/** What one set aims at: "5 with 62.5 kg, RPE ≤ 9". */
export function targetInWords(person, {amrap, reps, seconds, weight, rpe}, unit, rule) {
  const amount = seconds === undefined ? `${reps}${amrap ? " or more" : ""}` : withUnit(String(seconds), "s");
  const load = weight === undefined || weight === 0 ? "" : ` with ${loadInWords(person, weight, unit)}`;
  return [amount + load, effortOf(person, rpe, rule)].filter(Boolean).join(", ");
}

/** What all sets of an exercise aim at, like ones together: "5 × 5 with 62.5 kg", "5 with 65 kg; 5 or more with 75 kg". */
export function targetsInWords(person, targets, unit, rule) {
  const runs = [];
  for (const target of targets) {
    const words = targetInWords(person, target, unit, rule);
    if (runs.at(-1)?.words === words) runs.at(-1).count++;
    else runs.push({words, count: 1});
  }
  return runs.map(({words, count}) => (count === 1 && runs.length > 1 ? words : `${count} × ${words}`)).join("; ");
}
