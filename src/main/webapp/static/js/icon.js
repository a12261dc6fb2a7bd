import {svg, html} from "../vendor/lit-html/lit-html.js";

const sprite = new URL("../img/icons.svg", import.meta.url).pathname;

/** A drawn icon. It is decoration: the words beside it, or the label of its button, carry the meaning. */
export const icon = (name) =>
  html`<svg class="icon" aria-hidden="true" focusable="false">${svg`<use href=${`${sprite}#${name}`}></use>`}</svg>`;
