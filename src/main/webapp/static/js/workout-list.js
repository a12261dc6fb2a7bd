import {html} from "../vendor/lit-html/lit-html.js";
import {post, query, remove} from "./api.js";
import {icon} from "./icon.js";
import {Listed} from "./listed.js";
import {massInWords} from "./mass.js";
import {withUnit} from "./person.js";
import {empty} from "./states.js";
import {toast} from "./toast.js";
import {workoutTypeName, workoutTypes} from "./vocabulary.js";

/**
 * The workouts that are over one by one, newest first, of one type or all. What is looked for stands in the address. Given:
 * `{person}`.
 */
class WorkoutList extends Listed {
  #type = workoutTypes().map(([type]) => type).find((type) => type === new URLSearchParams(location.search).get("type")) ?? "";

  get path() {
    return `/workouts${query({type: this.#type, finished: true, limit: 30})}`;
  }

  #look(type) {
    this.#type = type;
    history.replaceState(null, "", query({type}) || location.pathname);
    this.load();
  }

  async #delete({id, localDate}) {
    const name = `the workout of ${this.given.person.day(localDate)}`;
    try {
      await remove(`/workouts/${id}`);
      const restore = () => this.act(() => post(`/workouts/${id}/restoration`), `Restored ${name}`).then(() => this.#tell());
      toast(`Deleted ${name}`, {label: "Undo", run: restore});
      await this.load();
      this.#tell();
    } catch (problem) {
      toast(problem.words);
    }
  }

  #tell() {
    this.dispatchEvent(new CustomEvent("workoutschange", {bubbles: true}));
  }

  list(items, person) {
    if (!items.length && !this.#type) {
      return empty("barbell", "No workout yet",
        "Start one, and it stands here when it is over. What another program knows can come along.",
        html`<a class="button" href="/imports/">Bring your history</a>`);
    }
    return html`
      <div class="field workout-type">
        <label for="workout-type">Type</label>
        <div class="field-control"><select id="workout-type" @change=${(event) => this.#look(event.target.value)}>
          <option value="">All types</option>
          ${workoutTypes().map(([type, words]) => html`<option value=${type} .selected=${type === this.#type}>${words}</option>`)}
        </select></div>
      </div>
      ${items.length ? html`<ul class="rows workout-rows">${items.map((item) => this.#row(item, person))}</ul>`
        : html`<p class="soft">No workout of this type.</p>`}
      ${this.olderButton("Load older")}`;
  }

  #row(item, person) {
    const {id, localDate, type, title, durationSeconds, exercises, sets, volume, setsWithoutBodyWeight} = item;
    const day = person.day(localDate, {weekday: "short", year: "numeric", month: "short", day: "numeric"});
    const about = [
      durationSeconds && withUnit(person.asEntered(Math.round(durationSeconds / 60)), "min"),
      sets && (sets === 1 ? "1 set" : `${person.asEntered(sets)} sets`),
      volume && massInWords(person, volume, 0), setsWithoutBodyWeight && "no body weight recorded",
    ].filter(Boolean).join(" · ");
    return html`
      <li>
        <a class="what" href="/workout/?id=${id}"><strong>${title ?? workoutTypeName(type)}</strong>
          <span class="small about">${day}${about ? ` · ${about}` : ""}</span>
          <span class="soft small about">${exercises.join(", ")}</span></a>
        <button type="button" class="icon-button" aria-label="Delete the workout of ${day}"
          @click=${() => this.#delete(item)}>${icon("trash")}</button>
      </li>`;
  }
}

customElements.define("workout-list", WorkoutList);
