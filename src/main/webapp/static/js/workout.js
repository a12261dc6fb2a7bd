import {html} from "../vendor/lit-html/lit-html.js";
import "./shell.js";
import "./workout-log.js";
import "./workout-summary.js";
import {get, post, Problem, query, remove} from "./api.js";
import {restOf} from "./rest-timer.js";
import {requireSession, leaveFor} from "./session.js";
import {failedRoom} from "./states.js";
import {icon} from "./icon.js";
import {toast} from "./toast.js";
import {View} from "./view.js";
import {again, newWorkout} from "./workout-document.js";
import {draftOf, WorkoutKeeper} from "./workout-keeper.js";

/** One workout, whose `id` stands in the address: written down while it goes on, and looked at afterwards. */
class WorkoutRoom extends View {
  #id = new URLSearchParams(location.search).get("id");
  #person = null;
  #keeper = null;
  #lastTimes = new Map();
  #plan = null;
  #editing = false;
  #deleted = false;
  #problem = null;
  #given = null;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("exerciseadded", ({detail}) => this.#remember([detail]));
    this.addEventListener("workoutfinished", () => {
      restOf(this.#person).drop();
      this.#show({editing: false});
    });
    this.addEventListener("workoutedit", () => this.#show({editing: true}));
    this.addEventListener("workoutdelete", () => this.#delete());
    this.addEventListener("workoutrepeat", () => this.#repeat());
    this.#load();
  }

  async #load() {
    try {
      this.#person = await requireSession();
      const found = await this.#find();
      const {workout} = found;
      this.#keeper = new WorkoutKeeper(this.#person, found);
      this.#keeper.addEventListener("change", () => this.#show());
      if (found.unsaved) this.#keeper.resume();
      // One that is over and that the server has not seen is still to be written down.
      this.#editing = !workout.endedAt || found.version === undefined;
      if (this.#editing) {
        await Promise.all([this.#remember(workout.exercises.map(({exerciseId}) => exerciseId)), this.#explain(workout)]);
      }
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.#show();
  }

  /** What was not saved yet counts more than what the server knows. */
  async #find() {
    if (!this.#id) throw new Problem({title: "There is no such workout", status: 404});
    const draft = draftOf(this.#person, this.#id).read();
    if (draft) return {...draft, unsaved: draft.version !== undefined || draft.workout.exercises.length > 0};
    const workout = await get(`/workouts/${encodeURIComponent(this.#id)}`);
    return {workout, version: workout.version};
  }

  /** Last time's sets stand beside the ones to be done; without them one can log all the same. */
  async #remember(exercises) {
    const wanted = exercises.filter((id) => !this.#lastTimes.has(id));
    if (!wanted.length) return;
    try {
      const {items} = await get(`/exercises/last-sets${query({exercise: wanted})}`);
      for (const {exerciseId, workoutId, localDate, sets} of items) {
        if (workoutId !== this.#id) this.#lastTimes.set(exerciseId, {localDate, sets});
      }
      const current = items.some(({workoutId}) => workoutId === this.#id) && (await get("/workouts/current"));
      for (const {exerciseId, lastTime} of (current && current.id === this.#id && current.exercises) || []) {
        if (lastTime) this.#lastTimes.set(exerciseId, lastTime);
      }
    } catch (problem) {
      toast(`Last time’s sets cannot be shown. ${problem.words}`);
    }
    this.#show();
  }

  /** What the program asks for in this session, and why; without it one can log all the same. */
  async #explain({program}) {
    if (!program) return;
    try {
      const next = await get(`/enrolments/${program.enrolmentId}/next`);
      if (next.session?.place === program.place) {
        this.#plan = {unit: next.unit, of: new Map(next.session.exercises.map((exercise) => [exercise.exerciseId, exercise]))};
      }
    } catch (problem) {
      toast(`Why the targets are what they are cannot be shown. ${problem.words}`);
    }
  }

  #show({editing = this.#editing} = {}) {
    this.#editing = editing;
    if (this.#keeper) {
      const {workout} = this.#keeper;
      this.#given = {person: this.#person, keeper: this.#keeper, workout, lastTimes: this.#lastTimes, plan: this.#plan};
      document.title = `${workout.title ?? "Workout"} · Primary Assistant`;
    }
    this.refresh();
  }

  async #delete() {
    const {keeper, workout: {id}} = this.#given;
    try {
      if (keeper.isKnown) await remove(`/workouts/${id}`);
      keeper.close();
      restOf(this.#person).drop();
      this.#deleted = true;
      toast("Workout deleted", {label: "Undo", run: () => this.#restore()});
    } catch (problem) {
      toast(problem.words);
    }
    this.refresh();
  }

  async #restore() {
    const {keeper, workout} = this.#given;
    try {
      if (keeper.isKnown) await post(`/workouts/${workout.id}/restoration`);
      else draftOf(this.#person, workout.id).keep({workout});
      location.reload();
    } catch (problem) {
      toast(problem.words);
    }
  }

  #repeat() {
    const {workout} = this.#given;
    const next = newWorkout(this.#person, again(workout), workout.title);
    draftOf(this.#person, next.id).keep({workout: {...next, type: workout.type}});
    leaveFor(`/workout/?id=${next.id}`);
  }

  template() {
    if (this.#problem) return this.#failed();
    if (!this.#given) return null;
    if (this.#deleted) {
      return html`
        <div class="page-head"><h1>Workout</h1></div>
        <div class="sheet"><div class="blank">${icon("trash")}<h2>This workout is deleted</h2>
          <p>It can be brought back for 30 days.</p>
          <button type="button" class="button" @click=${() => this.#restore()}>Bring it back</button></div></div>`;
    }
    return this.#editing
      ? html`<workout-log .given=${this.#given}></workout-log>`
      : html`<workout-summary .given=${this.#given}></workout-summary>`;
  }

  #failed() {
    if (this.#problem.status !== 404 && this.#problem.status !== 400) return failedRoom("Workout", this.#problem);
    return html`
      <div class="page-head"><h1>Workout</h1></div>
      <div class="sheet"><div class="blank" role="alert">${icon("info")}<h2>There is no such workout</h2>
        <p>It may have been deleted.</p><a class="button" href="/training/">All workouts</a></div></div>`;
  }
}

customElements.define("workout-room", WorkoutRoom);
