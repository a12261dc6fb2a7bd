import {now} from "./clock.js";
import {kilogramsOf} from "./mass.js";
import {uuid7} from "./uuid7.js";
import {rangeOf} from "./vocabulary.js";

/** What a set of an exercise is written down with, by what the exercise is tracked by. */
const fields = {
  "weight-reps": ["weight", "reps"],
  "bodyweight-reps": ["added", "reps"],
  reps: ["reps"],
  duration: ["duration"],
  "distance-duration": ["distance", "duration"],
};

export const fieldsOf = ({tracking}) => fields[tracking] ?? fields["weight-reps"];

/** Whether it is the body that is lifted, so that a weight is what is added to it, or below zero what helps. */
export const liftsTheBody = ({tracking}) => tracking === "bodyweight-reps";

/** A workout that begins now. */
export const newWorkout = (person, exercises = [], title = undefined) => ({
  id: uuid7(), localDate: person.today, startedAt: new Date(now()).toISOString(), zone: person.profile.zone,
  type: "strength", title, exercises,
});

export const longestMinutes = () => rangeOf("durationSeconds").high / 60;

/** What is wrong with the day, the time and the minutes of a form, as violations. */
export function timesAmiss(data) {
  const minutes = Number(data.get("minutes"));
  return [
    !data.get("localDate") && {field: "localDate", message: "Choose the day"},
    !data.get("time") && {field: "time", message: "Say when it began"},
    !(Number.isInteger(minutes) && minutes >= 1 && minutes <= longestMinutes())
      && {field: "minutes", message: `Write whole minutes from 1 to ${longestMinutes()}`},
  ].filter(Boolean);
}

/** A workout that is over, to be written down now. */
export const was = (person, {localDate, type, began, minutes}) => ({
  ...newWorkout(person), localDate, type, startedAt: began.toISOString(),
  endedAt: new Date(began.getTime() + minutes * 60_000).toISOString(), durationSeconds: minutes * 60,
});

/** The same exercises and sets once more, still to be done. */
export const again = ({exercises}) =>
  exercises.map(({exerciseId, name, tracking, superset, restSeconds, sets}) => ({
    id: uuid7(), exerciseId, name, tracking, superset, restSeconds,
    sets: sets.map((set) => ({...set, id: uuid7(), rpe: undefined, rir: undefined, done: false})),
  }));

export const placeOf = ({id, name, tracking}) =>
  ({id: uuid7(), exerciseId: id, name, tracking, sets: [{id: uuid7(), kind: "working", done: false}]});

/** Another set like the last one, to be done. */
export function nextSet(sets) {
  const {kind = "working", weight, unit, reps, durationSeconds, distanceMetres} = sets.at(-1) ?? {};
  return {id: uuid7(), kind, weight, unit, reps, durationSeconds, distanceMetres, done: false};
}

/** Whether there is what makes a set of this exercise a set. */
export const isFilled = (exercise, set) =>
  fieldsOf(exercise).some(
    (field) => (field === "reps" ? set.reps : field === "duration" ? set.durationSeconds : undefined) !== undefined);

/** A workout without what was planned and not done. */
export const doneOnly = (workout) => ({
  ...workout,
  exercises: workout.exercises.map((exercise) => ({...exercise, sets: exercise.sets.filter(({done}) => done)}))
    .filter(({sets}) => sets.length),
});

export const setsOf = ({exercises}) => exercises.flatMap(({sets}) => sets);

/**
 * Repetitions times what was lifted of what was done but for warm-ups, in kg: what the server counts too. Without a body weight
 * its sets add nothing.
 */
export const volumeOf = ({exercises, bodyWeight}) =>
  exercises.reduce((all, exercise) => all + exercise.sets.filter(({done, kind}) => done && kind !== "warm-up")
    .reduce((sum, {weight = 0, unit, reps = 0}) => sum + reps * lifted(exercise, kilogramsOf({weight, unit}), bodyWeight), 0), 0);

function lifted(exercise, weight, body) {
  if (!liftsTheBody(exercise)) return weight;
  return body ? Math.max(0, body.kilograms + weight) : 0;
}

const instant = (text) => text && new Date(text).toISOString();

/** What the server is sent: always the whole, its properties in one order, so that two of them can be compared. */
export const bodyOf = ({
  localDate, startedAt, zone, endedAt, type, title, durationSeconds, intensity, fatigue, soreness, note, coachNote, program,
  exercises,
}) => ({
  localDate, startedAt: instant(startedAt), zone, endedAt: instant(endedAt), type, title, durationSeconds, intensity, fatigue,
  soreness, note, coachNote,
  program: program && {enrolmentId: program.enrolmentId, place: program.place},
  exercises: exercises.map(({id, exerciseId, superset, restSeconds, note: remark, sets}) => ({
    id, exerciseId, superset, restSeconds, note: remark,
    sets: sets.map((set) => ({
      id: set.id, kind: set.kind, reps: set.reps, weight: set.weight,
      unit: set.weight === undefined ? undefined : (set.unit ?? "kg"), rpe: set.rpe, rir: set.rir,
      durationSeconds: set.durationSeconds, distanceMetres: set.distanceMetres, restSeconds: set.restSeconds, done: set.done,
    })),
  })),
});

export const same = (one, other) => JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other));
