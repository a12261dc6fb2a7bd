import {Problem, request, SignedOut} from "./api.js";
import {putRight} from "./clock.js";
import {Draft} from "./draft.js";
import {bodyOf, same} from "./workout-document.js";

const PAUSE = 600;
const MOST_TRIES = 20;
const FIRST_RETRY = 3_000;
const LONGEST_RETRY = 30_000;

export const draftOf = (person, id) => new Draft(person, `workout:${id}`, {lasting: true});

/**
 * Keeps a workout that is being written down: on this device at once, on the server soon after.
 *
 * Every change sends the whole, so that any request may be repeated. An answer that got lost, and a save that failed, are
 * made good by the next try; what somebody else saved meanwhile is never overwritten unasked. It tells of every change of
 * `state` and of the workout by `change`.
 */
export class WorkoutKeeper extends EventTarget {
  workout;
  /** "saved", "waiting", "saving", "failed" or "conflict" */
  state = "saved";
  problem = null;
  theirs = null;
  #version;
  #tries;
  #draft;
  #timer = 0;
  #retry = FIRST_RETRY;
  #closed = false;

  /**
   * @param version that the workout is based on; undefined while the server has not seen it
   * @param tries what was sent since then and has no answer: any of it may have arrived
   */
  constructor(person, {workout, version, tries = []}) {
    super();
    this.workout = workout;
    this.#version = version;
    this.#tries = tries;
    this.#draft = draftOf(person, workout.id);
    addEventListener("online", this.#again);
  }

  get isKnown() {
    return this.#version !== undefined;
  }

  get version() {
    return this.#version;
  }

  /** Takes the workout as it is to be. */
  change(workout) {
    this.workout = workout;
    this.#keep();
    // While a save is under way this one follows it.
    if (this.state === "saving" || this.state === "conflict") return this.#tell();
    this.#to("waiting");
    this.#schedule(PAUSE);
  }

  /** Saves what an earlier page had not saved. */
  resume() {
    this.#to("waiting");
    this.#schedule(0);
  }

  /** Saves what is not saved yet; resolves when it is, or when that has failed. */
  async save() {
    clearTimeout(this.#timer);
    if (this.state === "saving") await new Promise((resolve) => this.addEventListener("settled", resolve, {once: true}));
    if (this.state === "waiting" || this.state === "failed") await this.#put();
    return this.state === "saved";
  }

  /** Of two versions the person's own, or the one that was saved meanwhile. */
  async settle(mine) {
    const {theirs} = this;
    this.theirs = null;
    this.#version = theirs.version;
    this.#tries = [];
    if (mine) {
      this.#keep();
      this.#to("waiting");
      await this.#put();
    } else {
      this.workout = theirs;
      this.#draft.drop();
      this.#to("saved");
    }
  }

  /** Saves it with the times that the server's clock would have said. */
  putClockRight() {
    const {startedAt, endedAt} = this.workout;
    this.change({...this.workout, startedAt: putRight(startedAt), endedAt: endedAt && putRight(endedAt)});
    return this.save();
  }

  /** Nothing more is to be saved. */
  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    removeEventListener("online", this.#again);
    this.#draft.drop();
  }

  #keep() {
    this.#draft.keep({workout: this.workout, version: this.#version, tries: this.#tries});
  }

  #again = () => {
    if (this.state === "failed") this.#put();
  };

  #schedule(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.state === "waiting" || this.state === "failed") this.#put();
    }, delay);
  }

  async #put() {
    if (this.#closed) return;
    const sent = this.workout;
    this.#tries = [...this.#tries, sent].slice(-MOST_TRIES);
    this.#keep();
    this.#to("saving");
    try {
      const condition = this.isKnown ? {ifMatch: `"${this.#version}"`} : {ifNoneMatch: "*"};
      const {body} = await request("PUT", `/workouts/${sent.id}`, {body: bodyOf(sent), ...condition});
      this.#stands(sent, body.version);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.#failed(problem, sent);
    }
    this.dispatchEvent(new Event("settled"));
  }

  #stands(sent, version) {
    this.#version = version;
    this.#tries = [];
    this.problem = null;
    this.#retry = FIRST_RETRY;
    if (this.workout === sent) {
      this.#draft.drop();
      this.#to("saved");
    } else {
      this.#keep();
      this.#to("waiting");
      this.#schedule(PAUSE);
    }
  }

  #failed(problem, sent) {
    if (this.#closed) return;
    const {current} = problem;
    if (problem.status === 412 && current) {
      // An earlier try had arrived, and only its answer was lost.
      if (same(current, sent)) return this.#stands(sent, current.version);
      if (this.#tries.some((earlier) => same(current, earlier))) {
        this.#version = current.version;
        this.#tries = [];
        this.#keep();
        this.#to("waiting");
        return this.#schedule(0);
      }
      this.theirs = current;
      return this.#to("conflict");
    }
    this.problem = problem;
    this.#to("failed");
    if (problem instanceof SignedOut || problem.status === 0 || problem.status === 429 || problem.status >= 500) {
      this.#schedule(this.#retry);
      this.#retry = Math.min(LONGEST_RETRY, this.#retry * 2);
    } else if (this.workout !== sent) {
      this.#schedule(PAUSE);
    }
  }

  #to(state) {
    this.state = state;
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }
}
