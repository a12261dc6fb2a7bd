import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {remove} from "./api.js";
import {icon} from "./icon.js";
import {amountInWords, nameOf, programInWords} from "./import-words.js";
import {Listed} from "./listed.js";

const states = {
  analysing: ["Being read", ""], refused: ["Cannot be read", "warn"], asked: ["Has questions", "warn"], ready: ["Not imported yet", "warn"], applying: ["Being imported", ""], applied: ["Imported", "good"], undone: ["Undone", ""],
};

/** What can be thrown away; what is being read is called off by that. */
const discardable = new Set(["analysing", "refused", "asked", "ready"]);

export const stateBadge = (state) => html`<span class="badge ${states[state][1]}">${states[state][0]}</span>`;

/** The files that were brought, newest first. Given: `{person}`. */
class ImportList extends Listed {
  path = "/imports";

  list(items, person) {
    if (!items.length) return html`<p class="soft">None yet. What you import stands here, and can be undone as a whole.</p>`;
    return html`<ul class="rows import-rows">${items.map((item) => this.#row(item, person))}</ul>`;
  }

  #row(item, person) {
    const {id, createdAt, format, fileName, state, result, preview} = item;
    const name = nameOf(item);
    const amount = state === "applied" || state === "undone" ? result : preview && {workouts: preview.workouts.added, sets: preview.sets, measurements: preview.measurements.added};
    const about = [fileName && programInWords(format), person.moment(createdAt)].filter(Boolean).join(" · ");
    return html`
      <li>
        <a class="what" href="?id=${id}"><strong>${name}</strong> ${stateBadge(state)}
          <span class="soft small about">${about}</span>
          ${amount ? html`<span class="small about">${amountInWords(person, amount) || "Nothing new"}</span>` : nothing}</a>
        ${discardable.has(state) ? html`
          <button type="button" class="icon-button" aria-label="Throw ${name} away" @click=${() => this.act(() => remove(`/imports/${id}`), `Threw ${name} away`)}>${icon("trash")}</button>` : nothing}
      </li>`;
  }
}

customElements.define("import-list", ImportList);
