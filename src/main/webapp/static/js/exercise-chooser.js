import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {repeat} from "../vendor/lit-html/directives/repeat.js";
import {get, query} from "./api.js";
import {ago} from "./dates.js";
import {failed, loading} from "./states.js";
import {inWords, titled} from "./terms.js";
import {View} from "./view.js";

const PAUSE = 180;
const MOST = 20;

/**
 * Finds an exercise while one types; what one did before comes first. Given: `{person, title, none}`, the last being what else to do where
 * nothing is found. It tells of the choice by `exercisechosen`.
 */
class ExerciseChooser extends View {
  #items = null;
  #problem = null;
  #typing = 0;
  #going = new AbortController();
  #opened = false;

  /** Begins with what is looked for, or with what was looked for last. */
  open(wanted) {
    this.#opened = true;
    this.querySelector("dialog").showModal();
    const search = this.querySelector("[type=search]");
    const changed = wanted !== undefined && wanted !== search.value;
    if (changed) search.value = wanted;
    search.select();
    search.focus();
    if (changed || !this.#items) this.#load();
    this.refresh();
  }

  #type() {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#load(), PAUSE);
  }

  /** An answer to what is no longer asked is not waited for. */
  async #load() {
    this.#going.abort();
    this.#going = new AbortController();
    const {signal} = this.#going;
    try {
      const {items} = await get(`/exercises${query({q: this.querySelector("[type=search]").value.trim(), limit: MOST})}`, {signal});
      this.#items = items;
      this.#problem = null;
    } catch (problem) {
      if (signal.aborted) return;
      this.#problem = problem;
    }
    this.refresh();
  }

  #choose(exercise) {
    this.querySelector("dialog").close();
    this.dispatchEvent(new CustomEvent("exercisechosen", {bubbles: true, detail: exercise}));
  }

  template() {
    return html`
      <dialog class="chooser" aria-labelledby="chooser-title">
        <div class="chooser-head"><h2 id="chooser-title">${this.given.title ?? "Add exercise"}</h2>
          <button type="button" class="button" @click=${() => this.querySelector("dialog").close()}>Cancel</button></div>
        <div class="field">
          <label for="chooser-search">Search exercises</label>
          <div class="field-control"><input id="chooser-search" type="search" maxlength="100" autocomplete="off" spellcheck="false"
            placeholder="Squat, curl, row" @input=${() => this.#type()}></div>
        </div>
        <div class="chooser-found">${this.#found()}</div>
      </dialog>`;
  }

  #found() {
    if (this.#problem) return failed(this.#problem, () => this.#load());
    if (!this.#items) return this.#opened ? loading("field-bone", "field-bone", "field-bone") : nothing;
    if (!this.#items.length) return html`<p class="soft">No exercise is called so. ${this.given.none ?? html`<a href="/exercises/">Add your own</a>`}</p>`;
    return html`
      <ul class="plain">${repeat(this.#items, ({id}) => id, (exercise) => html`
        <li><button type="button" class="chooser-item" @click=${() => this.#choose(exercise)}>
          <strong>${exercise.name}</strong><span class="soft small">${this.#about(exercise)}</span></button></li>`)}</ul>
      ${this.#items.length === MOST ? html`<p class="soft small">Type more to see others.</p>` : nothing}`;
  }

  #about({equipment, primaryMuscles, lastUsed}) {
    return [inWords(primaryMuscles), equipment && titled(equipment), lastUsed && `done ${ago(lastUsed, this.given.person.today)}`].filter(Boolean).join(" · ");
  }
}

customElements.define("exercise-chooser", ExerciseChooser);
