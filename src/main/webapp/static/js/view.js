import {render} from "../vendor/lit-html/lit-html.js";

/**
 * A custom element that draws itself into the light DOM, so that the page's styles, labels and ids reach it.
 * Whatever the document put inside it (a skeleton) stands until the first drawing.
 */
export class View extends HTMLElement {
  #drawing = null;
  #drawn = false;
  #given = {};

  /** What the surrounding view hands in; handing in something new draws again. */
  get given() {
    return this.#given;
  }

  set given(given) {
    if (given === this.#given) return; // lit hands an object in again at every drawing
    this.#given = given;
    this.received();
    this.refresh();
  }

  /** Called when something new was handed in. */
  received() {}

  connectedCallback() {
    this.refresh();
  }

  /** Draws at the end of the current task, once however often it is asked; resolves when drawn. */
  refresh() {
    this.#drawing ??= Promise.resolve().then(() => {
      this.#drawing = null;
      if (!this.isConnected) return;
      const template = this.template();
      if (template === null) return;
      if (!this.#drawn) this.replaceChildren();
      this.#drawn = true;
      render(template, this);
    });
    return this.#drawing;
  }

  /** What to show, or null to leave what stands there. */
  template() {
    return null;
  }
}
