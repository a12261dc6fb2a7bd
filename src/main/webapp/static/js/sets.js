import {withUnit} from "./person.js";

const kinds = {"warm-up": "warm-up", drop: "drop set", failure: "to failure", amrap: "as many as possible"};

/** A set as people write it: "100 kg × 5, RPE 8". */
export function setInWords(person, {kind, weight, unit, reps, rpe, rir, durationSeconds, distanceMetres}) {
  const mass = weight === undefined ? "" : withUnit(person.asEntered(weight), unit ?? "kg");
  const times = reps === undefined ? "" : mass ? `${mass} × ${reps}` : `${reps} ${reps === 1 ? "repetition" : "repetitions"}`;
  const effort = rpe !== undefined ? `RPE ${person.asEntered(rpe)}` : rir !== undefined ? `${rir} in reserve` : "";
  return [times || mass, distanceMetres && distance(person, distanceMetres), durationSeconds && lasting(durationSeconds), effort, kinds[kind]]
    .filter(Boolean).join(", ");
}

const distance = (person, metres) =>
  metres < 1000 ? withUnit(person.asEntered(metres), "m") : withUnit(person.asEntered(Number((metres / 1000).toFixed(2))), "km");

/** "45 s", "5:30 min", "1:05:00 h" */
function lasting(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  if (seconds < 60) return withUnit(String(seconds), "s");
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours ? withUnit(`${hours}:${two(minutes)}:${two(rest)}`, "h") : withUnit(`${minutes}:${two(rest)}`, "min");
}
