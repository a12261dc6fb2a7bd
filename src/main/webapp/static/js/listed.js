import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {get, query} from "./api.js";
import {FormView} from "./form.js";
import {failed, loading} from "./states.js";
import {toast} from "./toast.js";

/** A view of one list of the API: `path` says which, `list` draws it. Given: `{person}`. */
export class Listed extends FormView {
  items = null;
  /** The whole answer, for what it says beside the items. */
  told = null;
  #next = null;
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    try {
      const answer = await get(this.path);
      const {items, next = null} = answer;
      this.items = items;
      this.told = answer;
      this.#next = next;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.refresh();
  }

  async #older() {
    try {
      const {items, next = null} = await get(`${this.path}${query({cursor: this.#next}).replace("?", this.path.includes("?") ? "&" : "?")}`);
      this.items = [...this.items, ...items];
      this.#next = next;
    } catch (problem) {
      toast(problem.words);
    }
    this.refresh();
  }

  /** For lists that come in pages: asks for the next one, while there is one. */
  olderButton(words) {
    return this.#next ? html`<div class="button-row"><button type="button" class="button wide" @click=${() => this.#older()}>${words}</button></div>` : nothing;
  }

  /** Does something to an item, says so, and lists again. */
  async act(action, news) {
    try {
      await action();
      toast(news);
      await this.load();
    } catch (problem) {
      toast(problem.words);
    }
  }

  template() {
    if (this.#problem) return failed(this.#problem, () => this.load());
    if (!this.items) return html`${loading("field-bone", "field-bone")}`;
    return this.list(this.items, this.given.person);
  }
}
