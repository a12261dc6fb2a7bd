import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {repeat} from "../vendor/lit-html/directives/repeat.js";
import "./exercise-chooser.js";
import {Draft} from "./draft.js";
import {FormView} from "./form.js";
import {icon} from "./icon.js";
import {counted} from "./import-words.js";

const OWN = "own";
const matches = {same: "The same name", similar: "Almost the same name", answered: "As you said", own: "An exercise of your own"};

/** What is known of a name, as it is answered: `{exercise}` or `{own}`, or null where nothing is. */
export const answerOf = ({match, exercise}) => (match === "own" ? {own: true} : match === "answered" ? {exercise: exercise.id} : null);

/**
 * What the exercises that a file names are. What is not known for sure is asked for, the rest can be put right.
 * Given: `{person, standing, answer}`; `answer` takes the answers to all names, and is absent once it is too late for any.
 */
class ImportNames extends FormView {
  #choices = new Map(); // of a name to `{own: true}` or `{exercise: {id, name}}`, chosen and not saved yet
  #reopened = new Set();
  #searching = null;
  #draft = null;
  #chooser = null;

  received() {
    const {person, standing} = this.given;
    this.#chooser = {person, title: "Choose exercise", none: "Close this and make it an exercise of your own."};
    if (this.#draft) return;
    this.#draft = new Draft(person, `import:${standing.id}`);
    this.#choices = new Map(this.#draft.read() ?? []);
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("exercisechosen", ({detail: {id, name}}) => {
      this.#choose(this.#searching, {exercise: {id, name}});
      this.refresh().then(() => this.#selectOf(this.#searching)?.focus());
    });
  }

  /** What is chosen is kept over a reload. */
  get unsaved() {
    return false;
  }

  get #asked() {
    return this.given.standing.exercises.filter(({name, match}) => match === "open" || this.#reopened.has(name));
  }

  #selectOf(name) {
    return this.querySelector(`#import-name-${this.given.standing.exercises.findIndex((one) => one.name === name)}`);
  }

  #choose(name, choice) {
    if (choice) this.#choices.set(name, choice);
    else this.#choices.delete(name);
    this.#draft.keep([...this.#choices]);
    this.forgive();
  }

  #selected(name, value) {
    if (!value) return this.#choose(name, null);
    if (value === OWN) return this.#choose(name, {own: true});
    const known = this.#optionsOf(this.given.standing.exercises.find((one) => one.name === name)).find(({id}) => id === value);
    this.#choose(name, {exercise: {id: known.id, name: known.name}});
  }

  #ownForTheRest() {
    for (const {name} of this.#asked) if (!this.#choices.has(name)) this.#choices.set(name, {own: true});
    this.#draft.keep([...this.#choices]);
    this.forgive();
  }

  async #save() {
    const {standing, answer} = this.given;
    const missing = this.#asked.find(({name}) => !this.#choices.has(name));
    if (missing) {
      this.problem = `Say what “${missing.name}” is, or make it an exercise of your own.`;
      await this.refresh();
      this.#selectOf(missing.name).focus();
      return;
    }
    const exercises = standing.exercises.flatMap((one) => {
      const chosen = this.#choices.get(one.name);
      const said = chosen ? (chosen.own ? chosen : {exercise: chosen.exercise.id}) : answerOf(one);
      return said ? [{name: one.name, ...said}] : [];
    });
    await answer(exercises);
    this.#choices.clear();
    this.#reopened.clear();
    this.#draft.drop();
  }

  async #reopen(name) {
    this.#reopened.add(name);
    await this.refresh();
    this.#selectOf(name).focus();
  }

  template() {
    const asked = this.#asked;
    const known = this.given.standing.exercises.filter((one) => !asked.includes(one));
    return html`
      ${asked.length ? html`
        <form novalidate @submit=${(event) => this.submit(event, () => this.#save())}>
          <ul class="plain names">${repeat(asked, ({name}) => name, (one) => this.#ask(one))}</ul>
          ${this.problemNotice()}
          <div class="button-row">
            ${this.submitButton("Use these exercises", "Saving…")}
            ${asked.filter(({name}) => !this.#choices.has(name)).length > 1 ? html`<button type="button" class="button" @click=${() => this.#ownForTheRest()}>Make all others my own</button>` : nothing}
          </div>
        </form>` : nothing}
      ${known.length ? html`
        <details class="disclosure known-names">
          <summary>${this.#summary(known.length)}</summary>
          <ul class="rows">${repeat(known, ({name}) => name, (one) => this.#known(one))}</ul>
        </details>` : nothing}
      ${this.given.answer ? html`<exercise-chooser .given=${this.#chooser}></exercise-chooser>` : nothing}`;
  }

  #summary(number) {
    const {person, answer} = this.given;
    return answer ? counted(person, number, "exercise is recognised", "exercises are recognised") : `What ${counted(person, number, "exercise was", "exercises were")} taken for`;
  }

  /** The likely ones, what stands for it now, and what was found in the library. */
  #optionsOf({name, exercise, candidates}) {
    const chosen = this.#choices.get(name)?.exercise;
    const options = [...candidates];
    for (const other of [exercise, chosen]) if (other && !options.some(({id}) => id === other.id)) options.push(other);
    return options;
  }

  #ask(one) {
    const {person, standing} = this.given;
    const {name, sets, match, exercise} = one;
    const id = `import-name-${standing.exercises.indexOf(one)}`;
    const choice = this.#choices.get(name) ?? (match === "open" ? null : match === "own" ? {own: true} : {exercise});
    const value = !choice ? "" : choice.own ? OWN : choice.exercise.id;
    const options = this.#optionsOf(one);
    return html`
      <li class="name-asked">
        <div class="field">
          <label for=${id}>${name} <span class="soft small">${counted(person, sets, "set")}</span></label>
          <div class="name-choice">
            <div class="field-control">
              <select id=${id} @change=${(event) => this.#selected(name, event.target.value)}>
                <option value="" .selected=${value === ""}>What is it?</option>
                ${options.length ? html`<optgroup label="Exercises with a similar name">
                  ${repeat(options, (option) => option.id, (option) => html`<option value=${option.id} .selected=${value === option.id}>${option.name}${option.own ? " (your own)" : ""}</option>`)}
                </optgroup>` : nothing}
                <option value=${OWN} .selected=${value === OWN}>Make it an exercise of my own</option>
              </select>
            </div>
            <button type="button" class="button" aria-label="Search the library for ${name}" @click=${() => this.#search(name)}>${icon("search")}<span class="search-words">Search</span></button>
          </div>
        </div>
      </li>`;
  }

  /** Programs put the tool in brackets, which are no word to look for. */
  #search(name) {
    this.#searching = name;
    this.querySelector("exercise-chooser").open(name.replaceAll(/[()[\]]/g, " ").replaceAll(/\s+/g, " ").trim());
  }

  #known({name, sets, match, exercise}) {
    const {person, answer} = this.given;
    return html`
      <li>
        <div class="what"><strong>${name}</strong>${match === "own" || exercise.name === name ? nothing : html` <span class="soft">is</span> ${exercise.name}`}
          <p>${matches[match]} · ${counted(person, sets, "set")}</p></div>
        ${answer ? html`<button type="button" class="button" aria-label="Change what ${name} is" @click=${() => this.#reopen(name)}>Change</button>` : nothing}
      </li>`;
  }
}

customElements.define("import-names", ImportNames);
