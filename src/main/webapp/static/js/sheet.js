import {html, nothing} from "../vendor/lit-html/lit-html.js";

/** A part of a room on a raised surface, under its own heading; `words` say what it is for where the heading does not. */
export const sheet = (id, title, body, words = nothing) => html`
  <section class="sheet" aria-labelledby=${id}>
    <div class="sheet-head"><h2 id=${id}>${title}</h2>${words === nothing ? nothing : html`<p>${words}</p>`}</div>
    ${body}
  </section>`;
