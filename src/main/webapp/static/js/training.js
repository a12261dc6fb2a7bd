import {html, nothing} from "../vendor/lit-html/lit-html.js";
import "./shell.js";
import "./past-workout.js";
import "./workout-list.js";
import {get} from "./api.js";
import {civilAt} from "./dates.js";
import {icon} from "./icon.js";
import {massInWords} from "./mass.js";
import {dayName, dueInWords, startSession} from "./next-session.js";
import {withUnit} from "./person.js";
import {requireSession, leaveFor} from "./session.js";
import {failedRoom} from "./states.js";
import {toast} from "./toast.js";
import {View} from "./view.js";
import {workoutTypeName} from "./vocabulary.js";
import {newWorkout} from "./workout-document.js";
import {draftOf} from "./workout-keeper.js";

const WEEK = 7;

/** The room of training: begin, go on, and look back. */
class TrainingRoom extends View {
  #person = null;
  #current = null;
  #others = [];
  #week = null;
  #next = null;
  #starting = false;
  #problem = null;
  #given = null;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("workoutschange", () => this.#load());
    this.addEventListener("pastworkout", ({detail}) => this.#write(detail));
    this.#load();
  }

  async #load() {
    try {
      const person = await requireSession();
      const [current, running, statistics, next] = await Promise.all([
        get("/workouts/current"), get("/workouts?finished=false"), get(`/workouts/statistics?days=${WEEK}`), nextOfProgram(),
      ]);
      this.#given ??= {person};
      this.#person = person;
      this.#current = current;
      this.#others = running.items.filter(({id}) => id !== current?.id);
      this.#week = statistics.total;
      this.#next = next;
      this.#problem = null;
    } catch (problem) {
      if (this.#person) toast(problem.words);
      this.#problem = problem;
    }
    this.refresh();
  }

  /** The workout exists on this device at once; the server hears of it with the first change. */
  #write(workout) {
    draftOf(this.#person, workout.id).keep({workout});
    leaveFor(`/workout/?id=${workout.id}`);
  }

  async #startNext() {
    if (this.#starting) return;
    this.#starting = true;
    this.refresh();
    try {
      await startSession(this.#next);
    } catch (problem) {
      toast(problem.words);
    }
    this.#starting = false;
    this.refresh();
  }

  template() {
    if (!this.#person) return this.#problem ? failedRoom("Workouts", this.#problem) : null;
    return html`
      <div class="page-head"><h1>Workouts</h1></div>
      <section class="sheet" aria-label="Begin">
        ${this.#current ? this.#goOn() : this.#begin()}
        <button type="button" class="button wide past"
          @click=${() => this.querySelector("past-workout").open()}>Add a past workout</button>
        ${this.#sums()}
      </section>
      <section class="sheet" aria-labelledby="done">
        <div class="sheet-head"><h2 id="done">Done</h2></div>
        <workout-list .given=${this.#given}></workout-list>
      </section>
      <past-workout .given=${this.#given}></past-workout>`;
  }

  #goOn() {
    const {id, title, type, startedAt, zone, exercises} = this.#current;
    return html`
      <p class="soft going-on">${title ?? workoutTypeName(type)} has been going on since
        ${civilAt(startedAt, zone).time}${exercises.length ? `: ${exercises.map(({name}) => name).join(", ")}` : ""}</p>
      <a class="button primary start" href="/workout/?id=${id}">Continue workout</a>
      ${this.#others.length ? html`
        <p class="soft small">Not finished either: ${this.#others.map((other, index) => html`${index ? ", " : ""}
          <a href="/workout/?id=${other.id}">${this.#named(other)}</a>`)}</p>` : nothing}`;
  }

  #named({title, type, localDate}) {
    return `${title ?? workoutTypeName(type)}, ${this.#person.day(localDate, {day: "numeric", month: "short"})}`;
  }

  /** The next session of the program that is followed, if any, and the free start beside it. */
  #begin() {
    const free = (words, kind) => html`
      <button type="button" class="button ${kind}" @click=${() => this.#write(newWorkout(this.#person))}>
        ${icon("plus")}${words}</button>`;
    if (!this.#next?.session) return free("Start workout", "primary start");
    const {programName, session} = this.#next;
    return html`
      <p class="soft going-on"><a href="/programs/">${programName}</a>:
        ${session.exercises.map(({exerciseName}) => exerciseName).filter(Boolean).join(", ")}</p>
      <button type="button" class="button primary start" aria-disabled=${this.#starting}
        @click=${() => this.#startNext()}>Start ${dayName(session.day)}</button>
      <p class="soft small start-due">${dueNow(this.#person, session)}</p>
      ${free("Start without the program", "wide")}`;
  }

  #sums() {
    const {sessions, minutes, sets, volume} = this.#week;
    const person = this.#person;
    return html`
      <h2 class="visually-hidden">The last seven days</h2>
      <dl class="sums">
        ${[
          ["Sessions in 7 days", person.asEntered(sessions)], ["Time", withUnit(person.asEntered(minutes), "min")],
          ["Sets", person.asEntered(sets)], ["Volume", massInWords(person, volume, 0)],
        ].map(([name, value]) => html`<div><dt>${name}</dt><dd class="number">${value}</dd></div>`)}
      </dl>`;
  }
}

/** For which day it is planned, where that is not today: it can be begun at once all the same. */
function dueNow(person, {localDate, lighter}) {
  const planned = localDate === person.today ? "Planned for today"
    : `Planned for ${dueInWords(person, localDate)}; you can do it now`;
  return `${planned}${lighter ? " (lighter week)" : ""}.`;
}

/** What comes next in the program that is followed; one can train without knowing it. */
async function nextOfProgram() {
  try {
    const enrolment = await get("/enrolments/current");
    return enrolment?.state === "active" ? await get(`/enrolments/${enrolment.id}/next`) : null;
  } catch (problem) {
    toast(`The next session of your program cannot be shown. ${problem.words}`);
    return null;
  }
}

customElements.define("training-room", TrainingRoom);
