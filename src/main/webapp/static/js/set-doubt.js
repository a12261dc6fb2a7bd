import {kilogramsOf, weightInWords} from "./mass.js";
import {liftsTheBody} from "./workout-document.js";

/** How many times the most so far asks for a second look. Without a last time one may still be finding the weight. */
const WEIGHT = {known: 2, unknown: 4};
const REPS = 3;

/** Small numbers double soon: by less than this nothing is asked. In kg, and in repetitions. */
const LEAST_KG = 10;
const LEAST_REPS = 10;

/** A decimal point in the wrong place makes a tenth. */
const TENTH = 9;

/**
 * What of a set is far from what was done of its exercise last time and in this session, as `[{key, words}]`: most often it is a
 * slip of the finger. Warm-ups of this session are no measure, and what is added to the body, or helps it, varies more.
 */
export function doubts(person, exercise, set, last = [], sets = []) {
  const today = sets.filter((one) => one !== set && one.id !== set.id && one.done && one.kind !== "warm-up");
  return [weightDoubt(person, exercise, set, last, today), repsDoubt(set, last, today)].filter(Boolean);
}

function weightDoubt(person, exercise, set, last, today) {
  if (!set.weight) return null;
  const mass = ({weight = 0, unit}) => Math.abs(kilogramsOf({weight, unit}));
  const [most, when] = top(last, today, mass);
  if (!most) return null;
  const body = liftsTheBody(exercise);
  const times = !body && last.some(({weight}) => weight) ? WEIGHT.known : WEIGHT.unknown;
  const heavy = mass(set) > times * Math.max(mass(most), body ? LEAST_KG : 0) && mass(set) - mass(most) > LEAST_KG;
  const worked = [...last, ...today].filter(({kind, weight}) => weight && kind !== "warm-up" && kind !== "drop").map(mass);
  const light = !body && (set.kind ?? "working") === "working" && mass(set) * TENTH <= Math.min(...worked) && worked.length > 0;
  if (!heavy && !light) return null;
  const inWords = ({weight, unit}) => weightInWords(person, Math.abs(weight), unit);
  return {key: "weight", words: `${inWords(set)}? ${when} ${inWords(most)}.`};
}

function repsDoubt(set, last, today) {
  const [most, when] = top(last, today, ({reps = 0}) => reps);
  if (!most?.reps || !(set.reps > REPS * most.reps && set.reps - most.reps > LEAST_REPS)) return null;
  return {key: "reps", words: `${set.reps} repetitions? ${when} ${most.reps}.`};
}

/** The set that has the most, and when it was done. */
function top(last, today, of) {
  const best = (sets) => sets.reduce((most, set) => (of(set) > (most ? of(most) : 0) ? set : most), undefined);
  const [before, now] = [best(last), best(today)];
  return now && !(before && of(before) >= of(now)) ? [now, "So far today"] : [before, "Last time"];
}
