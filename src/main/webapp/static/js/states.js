import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {icon} from "./icon.js";

/** A room with nothing in it yet says what to do first. */
export const empty = (symbol, title, words, action = nothing) => html`
  <div class="blank">${icon(symbol)}<h3>${title}</h3><p>${words}</p>${action}</div>`;

/** A part of a room that could not be loaded says why, and offers another try. */
export const failed = (problem, retry) => html`
  <div class="blank" role="alert">
    ${icon("warning")}
    <h3>${problem.title ?? "Something went wrong"}</h3>
    <p>${problem.detail || (problem.id ? `Reference ${problem.id}` : "")}</p>
    <button type="button" class="button" @click=${retry}>Try again</button>
  </div>`;

export const loading = (...bones) => html`
  <div aria-busy="true"><span class="visually-hidden">Loading…</span>${bones.map((bone) => html`<span class="bone ${bone}"></span>`)}</div>`;
