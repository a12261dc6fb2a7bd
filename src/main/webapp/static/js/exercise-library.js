import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {repeat} from "../vendor/lit-html/directives/repeat.js";
import "./body-map.js";
import {get, query} from "./api.js";
import {ago} from "./dates.js";
import {favour, star} from "./favourite.js";
import {empty, failed, loading} from "./states.js";
import {inWords, titled} from "./terms.js";
import {toast} from "./toast.js";
import {View} from "./view.js";

const PAGE = 50;
const PAUSE = 180;

const filters = [["muscle", "Muscle", "muscles"], ["equipment", "Equipment", "equipment"], ["category", "Category", "categories"], ["level", "Level", "levels"]];
const shelves = [["", "All"], ["favourite", "Favourites"], ["mine", "Mine"]];

/** Finds exercises while one types. What is looked for stands in the address. Given: `{person, terms}`. */
class ExerciseLibrary extends View {
  #items = null;
  #next = null;
  #problem = null;
  #busy = false;
  #wanted = wantedOf(location.search);
  #typing = 0;
  #going = new AbortController();
  #map = null;

  connectedCallback() {
    super.connectedCallback();
    addEventListener("popstate", this.#back);
    this.addEventListener("musclechosen", ({detail}) => this.#look({muscle: detail}));
    this.#load();
  }

  disconnectedCallback() {
    removeEventListener("popstate", this.#back);
    clearTimeout(this.#typing);
    this.#going.abort();
  }

  received() {
    if (this.#items) this.#load();
  }

  #back = () => {
    this.#wanted = wantedOf(location.search);
    this.querySelector("[type=search]").value = this.#wanted.q ?? "";
    this.#load();
  };

  #type(event) {
    const q = event.target.value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#wanted = {...this.#wanted, q};
      history.replaceState(null, "", query(this.#wanted) || location.pathname);
      this.#load();
    }, PAUSE);
  }

  #look(change) {
    clearTimeout(this.#typing);
    this.#wanted = {...this.#wanted, q: this.querySelector("[type=search]").value, ...change};
    history.pushState(null, "", query(this.#wanted) || location.pathname);
    this.#load();
  }

  /** An answer to what is no longer asked is not waited for. */
  async #load(cursor) {
    this.#going.abort();
    this.#going = new AbortController();
    const {signal} = this.#going;
    const {shelf, ...terms} = this.#wanted;
    this.#busy = true;
    this.refresh();
    try {
      const page = await get(`/exercises${query({...terms, q: terms.q?.trim(), [shelf || "mine"]: shelf ? true : undefined, limit: PAGE, cursor})}`, {signal});
      this.#items = cursor ? [...this.#items, ...page.items] : page.items;
      this.#next = page.next ?? null;
      this.#problem = null;
    } catch (problem) {
      if (signal.aborted) return;
      if (cursor) toast(problem.words);
      else this.#problem = problem;
    }
    this.#busy = false;
    this.refresh();
  }

  async #favour(exercise) {
    const favourite = !exercise.favourite;
    const show = (state) => {
      this.#items = this.#items.map((item) => (item.id === exercise.id ? {...item, favourite: state} : item));
      this.refresh();
    };
    show(favourite);
    if (!(await favour(exercise, favourite))) show(!favourite);
  }

  template() {
    const {terms} = this.given;
    return html`
      <div class="library">
        <section class="sheet library-find" aria-label="Find">
          <div class="field">
            <label for="find">Search</label>
            <div class="field-control"><input id="find" type="search" .value=${this.#wanted.q ?? ""} maxlength="100" autocomplete="off" spellcheck="false"
              placeholder="Squat, curl, row" @input=${(event) => this.#type(event)}></div>
          </div>
          <fieldset class="library-shelf">
            <legend class="visually-hidden">Shelf</legend>
            <div class="segments">${shelves.map(([shelf, words]) => html`
              <label><input type="radio" name="shelf" value=${shelf} .checked=${(this.#wanted.shelf ?? "") === shelf}
                @change=${() => this.#look({shelf})}><span>${words}</span></label>`)}</div>
          </fieldset>
          <div class="library-filters">${filters.map(([name, words, of]) => html`
            <div class="field">
              <label for="filter-${name}">${words}</label>
              <div class="field-control">
                <select id="filter-${name}" @change=${(event) => this.#look({[name]: event.target.value})}>
                  <option value="" .selected=${!this.#wanted[name]}>Any</option>
                  ${terms[of].map(({term}) => html`<option value=${term} .selected=${this.#wanted[name] === term}>${titled(term)}</option>`)}
                </select>
              </div>
            </div>`)}</div>
          <details class="disclosure library-map" ?open=${matchMedia("(width >= 60rem)").matches}>
            <summary>Choose on the body</summary>
            <body-map .given=${this.#mapGiven()}></body-map>
          </details>
        </section>
        <section class="sheet library-found" aria-label="Found">
          <p class="visually-hidden" role="status">${this.#status()}</p>
          ${this.#found()}
        </section>
      </div>`;
  }

  /** The same object as long as it says the same. */
  #mapGiven() {
    const {muscle} = this.#wanted;
    if (!this.#map || this.#map.primary[0] !== muscle) {
      const choosable = new Map(this.given.terms.muscles.map(({term, exercises}) => [term, exercises]));
      this.#map = {primary: muscle ? [muscle] : [], choosable};
    }
    return this.#map;
  }

  #status() {
    if (!this.#items || this.#busy) return "";
    if (this.#next) return `The first ${this.#items.length} exercises are shown`;
    return this.#items.length === 1 ? "1 exercise found" : `${this.#items.length} exercises found`;
  }

  #found() {
    if (this.#problem) return failed(this.#problem, () => this.#load());
    if (!this.#items) return loading("field-bone", "field-bone", "field-bone", "field-bone");
    if (!this.#items.length) return this.#nothing();
    return html`
      <ul class="rows exercise-rows">${repeat(this.#items, ({id}) => id, (exercise) => this.#row(exercise))}</ul>
      ${this.#next ? html`
        <div class="button-row"><button type="button" class="button wide" aria-disabled=${this.#busy}
          @click=${() => this.#busy || this.#load(this.#next)}>${this.#busy ? "Loading…" : "Show more"}</button></div>` : nothing}`;
  }

  #nothing() {
    const {shelf, ...rest} = this.#wanted;
    const narrowed = Object.values(rest).some(Boolean);
    const all = html`<button type="button" class="button" @click=${() => this.#clear()}>Show all exercises</button>`;
    if (narrowed) return empty("info", "Nothing matches", "No exercise fits all of this. Look for less, or add the exercise as your own.", all);
    return shelf === "favourite"
      ? empty("star", "No favourites yet", "Press the star beside an exercise, and it is kept here.", all)
      : empty("plus", "None of your own yet", "Add what the library lacks. It can be logged like every other exercise.", all);
  }

  #clear() {
    this.querySelector("[type=search]").value = "";
    this.#look({q: "", shelf: "", ...Object.fromEntries(filters.map(([name]) => [name, ""]))});
  }

  #row(exercise) {
    const {id, own, name, equipment, primaryMuscles, lastUsed} = exercise;
    const {person} = this.given;
    const about = [inWords(primaryMuscles), equipment && titled(equipment), lastUsed && `done ${ago(lastUsed, person.today)}`].filter(Boolean).join(" · ");
    return html`
      <li>
        <a class="what" href="/exercises/?id=${id}"><strong>${name}</strong>${own ? html` <span class="badge">Mine</span>` : nothing}<span class="soft small about">${about}</span></a>
        ${star(exercise, () => this.#favour(exercise))}
      </li>`;
  }
}

function wantedOf(search) {
  const address = new URLSearchParams(search);
  const known = ["q", "shelf", ...filters.map(([name]) => name)].filter((name) => address.get(name));
  return Object.fromEntries(known.map((name) => [name, address.get(name)]));
}

customElements.define("exercise-library", ExerciseLibrary);
