import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {request} from "./api.js";
import {plusDays} from "./dates.js";
import {icon} from "./icon.js";
import {withLoads} from "./mass.js";
import {changes, targetsInWords} from "./prescription.js";
import {leaveFor} from "./session.js";
import {uuid7} from "./uuid7.js";

const symbols = {heavier: "rising", "more-reps": "rising", setback: "falling", lighter: "falling", "lighter-week": "falling", same: "steady", start: "steady"};

/** A day of a program by its name; one that has only a letter needs a word beside it. */
export const dayName = (day) => (day.length > 2 ? day : `Workout ${day}`);

/** When a session falls: "today", "tomorrow", "Tuesday", "Tue 3 Feb". */
export function dueInWords(person, day) {
  if (day === person.today) return "today";
  if (day === plusDays(person.today, 1)) return "tomorrow";
  return day < plusDays(person.today, 7) ? person.day(day, {weekday: "long"}) : person.day(day, {weekday: "short", day: "numeric", month: "short"});
}

/** Under which id a session was tried to be begun, so that another try begins the same. */
const tried = new WeakMap();

/** Puts the next session as a workout and goes there; one that was begun goes on. */
export async function startSession({session}) {
  if (session.begun) return leaveFor(`/workout/?id=${session.begun}`);
  if (!tried.has(session)) tried.set(session, uuid7());
  const id = tried.get(session);
  try {
    await request("PUT", `/workouts/${id}`, {body: session.workout, ifNoneMatch: "*"});
  } catch (problem) {
    // An earlier try had arrived, and only its answer was lost; what was done in it since stays.
    if (problem.status !== 412 || !problem.current) throw problem;
  }
  return leaveFor(`/workout/?id=${id}`);
}

/** What changes and why, for one exercise. */
export const reasonOf = (person, {change, reason}) => html`
  <p class="why small" data-change=${change}>${icon(symbols[change])}<span><span class="visually-hidden">${changes[change]}: </span>${withLoads(person, reason)}</span></p>`;

/** The exercises of the next session with their targets, each with its reason. */
export const sessionExercises = (person, {session, unit}) => html`
  <ol class="plain prescriptions">${session.exercises.map((exercise) => html`
    <li>
      <a href="/exercises/?id=${exercise.exerciseId}">${exercise.exerciseName ?? "A deleted exercise"}</a>
      <p class="prescribed">${targetsInWords(person, exercise.targets, unit, exercise.rule)}</p>
      ${reasonOf(person, exercise)}
    </li>`)}</ol>`;

/** Name and day of the next session as one line. */
export const sessionTitle = (person, {session}) => html`${dayName(session.day)}, ${dueInWords(person, session.localDate)}${session.lighter ? " (lighter week)" : nothing}`;
