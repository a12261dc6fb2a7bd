import {distanceInWords} from "./distance.js";
import {massUnit, weightInWords} from "./mass.js";
import {withUnit} from "./person.js";
import {setKindName} from "./vocabulary.js";
import {liftsTheBody} from "./workout-document.js";

/** "warm-up", "AMRAP"; a working set is the usual one, which needs no word. */
function kindInWords(kind) {
  const name = kind === "working" ? "" : (setKindName(kind) ?? "");
  return /^[A-Z]{2}/.test(name) ? name : name.toLowerCase();
}

/**
 * A set of an exercise as people write it: "100 kg × 5, RPE 8"; where the body is lifted, "+10 kg × 5". Of RIR and RPE it says
 * the one that the figures believe.
 */
export function setInWords(person, exercise, {kind, weight, unit, reps, rpe, rir, durationSeconds, distanceMetres}) {
  const bare = weight === undefined ? "" : weightInWords(person, weight, unit);
  const mass = liftsTheBody(exercise) ? addedInWords(person, weight, unit) : bare;
  const times = reps === undefined ? "" : mass ? `${mass} × ${reps}` : `${reps} ${reps === 1 ? "repetition" : "repetitions"}`;
  const effort = rir !== undefined ? `${rir} in reserve` : rpe !== undefined ? `RPE ${person.asEntered(rpe)}` : "";
  const distance = distanceMetres && distanceInWords(person, distanceMetres);
  const time = durationSeconds && lasting(durationSeconds);
  return [times || mass, distance, time, effort, kindInWords(kind)]
    .filter(Boolean).join(", ");
}

/** What is added to the body, or takes from it: "+10 kg", "−20 kg assisted", or the body's weight alone. */
export function addedInWords(person, weight = 0, unit = "kg") {
  const mass = weightInWords(person, Math.abs(weight), unit);
  return weight === 0 ? "Body weight" : weight > 0 ? `+${mass}` : `−${mass} assisted`;
}

/** What was entered of a set in another unit than the person's own: "185 lb", else "". */
export const asItWasEntered = (person, {weight, unit = "kg"}) =>
  weight && unit !== massUnit(person) ? withUnit(person.asEntered(weight), unit) : "";

/** "45 s", "5:30 min", "1:05:00 h" */
function lasting(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  if (seconds < 60) return withUnit(String(seconds), "s");
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours ? withUnit(`${hours}:${two(minutes)}:${two(rest)}`, "h") : withUnit(`${minutes}:${two(rest)}`, "min");
}
