import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {Listed} from "./listed.js";
import {massInWords} from "./mass.js";
import {setInWords} from "./sets.js";

/** The sessions of one exercise with the sets that were done, newest first. Given: `{person, exercise}`. */
class ExerciseHistory extends Listed {
  get path() {
    return `/exercises/${this.given.exercise.id}/history?limit=10`;
  }

  list(sessions, person) {
    if (!sessions.length) return html`<p class="soft">No session yet.</p>`;
    return html`
      <ul class="rows sessions">${sessions.map((session) => this.#session(session, person))}</ul>
      ${this.olderButton("Load older")}`;
  }

  #session({workoutId, localDate, title, note, sets, volume, setsWithoutBodyWeight}, person) {
    return html`
      <li>
        <div class="session-head">
          <a href="/workout/?id=${workoutId}"><strong>${person.day(localDate, {weekday: "short", year: "numeric", month: "short", day: "numeric"})}</strong></a>
          ${title ? html`<span class="soft small">${title}</span>` : nothing}
          ${volume ? html`<span class="soft small session-volume">${massInWords(person, volume, 0)} in all</span>` : nothing}
        </div>
        <ol class="plain session-sets">${sets.map((set) => html`<li class=${set.kind === "warm-up" ? "soft" : ""}>${setInWords(person, this.given.exercise, set)}</li>`)}</ol>
        ${setsWithoutBodyWeight ? html`<p class="soft small">${setsWithoutBodyWeight === sets.length ? "Without a volume" : "Not all in the volume"}: no body weight is recorded in the 28 days before.</p>` : nothing}
        ${note ? html`<p class="soft small">${note}</p>` : nothing}
      </li>`;
  }
}

customElements.define("exercise-history", ExerciseHistory);
