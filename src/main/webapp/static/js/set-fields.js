import {distanceIn, distanceUnit, metresOf} from "./distance.js";
import {heaviestKilograms, massUnit, most, weightIn} from "./mass.js";
import {parseNumber} from "./units.js";
import {rangeOf} from "./vocabulary.js";
import {fieldsOf} from "./workout-document.js";

const ends = (field) => ({low: rangeOf(field).low, high: rangeOf(field).high});

const readWhole = (text) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);

/** "1:30", "90", "1:05:00": to seconds. */
const readDuration = (text) => {
  const parts = text.trim().split(":");
  if (parts.length > 3 || !parts.every((part) => /^\d{1,5}$/.test(part))) return Number.NaN;
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0);
};

const writeDuration = ({durationSeconds: seconds}) =>
  (seconds < 60 ? String(seconds) : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);

const readRpe = (text) => {
  const rpe = parseNumber(text);
  return rpe * 2 === Math.round(rpe * 2) ? rpe : Number.NaN;
};

const inputs = {
  weight(person) {
    const unit = massUnit(person);
    const high = most(unit, heaviestKilograms());
    return {
      key: "weight", name: "Weight", unit, mode: "decimal", low: 0, high, words: `Write the weight, from 0 to ${high} ${unit}`,
      read: parseNumber, write: (set) => person.asTyped(weightIn(person, set)),
    };
  },
  added(person) {
    const unit = massUnit(person);
    const [high, help] = [most(unit, rangeOf("addedWeight").high), most(unit, -rangeOf("addedWeight").low)];
    return {
      key: "weight", name: "Added weight", unit, mode: "decimal", low: 0, high, help, optional: true,
      words: `Write what is added, from 0 to ${high} ${unit}, or as help up to ${help} ${unit}`,
      read: (text) => parseNumber(text.replace(/^\s*[−-]/, "")),
      write: (set) => person.asTyped(Math.abs(weightIn(person, set))),
    };
  },
  reps: (person) => ({
    key: "reps", name: "Repetitions", mode: "numeric", ...ends("reps"),
    words: `Write a whole number from 0 to ${rangeOf("reps").high}`,
    read: readWhole, write: ({reps}) => person.asTyped(reps),
  }),
  duration: () => ({
    key: "durationSeconds", name: "Time", unit: "min", mode: "text", ...ends("durationSeconds"),
    words: "Write seconds, or minutes and seconds such as 1:30", read: readDuration, write: writeDuration,
  }),
  distance(person) {
    const unit = distanceUnit(person);
    return {
      key: "distanceMetres", name: "Distance", unit, mode: "decimal", ...ends("distanceMetres"),
      words: `Write ${unit === "mi" ? "miles" : "kilometres"}, such as 5 or 2.5`,
      read: (text) => metresOf(person, parseNumber(text)),
      write: ({distanceMetres}) => person.asTyped(distanceIn(person, distanceMetres)),
    };
  },
  rpe: (person) => ({
    key: "rpe", name: "RPE", optional: true, mode: "decimal", ...ends("rpe"), words: "Write an RPE from 1 to 10, in halves",
    read: readRpe, write: ({rpe}) => person.asTyped(rpe),
  }),
};

/** The fields of an exercise's sets: each reads what is typed and writes what a set has, in the person's units. */
export const columns = (exercise, person) => [...fieldsOf(exercise), "rpe"].map((field) => ({field, ...inputs[field](person)}));
