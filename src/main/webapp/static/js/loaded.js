import {get} from "./api.js";
import {failed, loading} from "./states.js";
import {View} from "./view.js";

/** A part of a room that shows what one address of the API says: `path` says which, `shown` draws it. Given: `{person}`. */
export class Loaded extends View {
  content = null;
  bones = ["figure-bone", "plot-bone"];
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  /** What is shown stays until the new is there, and an answer to an older question counts for nothing. */
  async load() {
    const asked = this.path;
    try {
      const content = await get(asked);
      if (asked !== this.path) return;
      this.content = content;
      this.#problem = null;
      this.loaded();
    } catch (problem) {
      if (asked !== this.path) return;
      this.#problem = problem;
    }
    this.refresh();
  }

  /** Called when there is something new. */
  loaded() {}

  template() {
    if (this.#problem) return failed(this.#problem, () => this.load());
    return this.content ? this.shown(this.content, this.given.person) : loading(...this.bones);
  }
}
