import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {icon} from "./icon.js";

/** A room with nothing in it yet says what to do first. */
export const empty = (symbol, title, words, action = nothing) => html`
  <div class="blank">${icon(symbol)}<h2>${title}</h2><p>${words}</p>${action}</div>`;

/** A part of a room that could not be loaded says why, and offers another try. */
export const failed = (problem, retry) => html`
  <div class="blank" role="alert">
    ${icon("warning")}
    <h2>${problem.message}</h2>
    <p>${problem.detail || (problem.id ? `Reference ${problem.id}` : "")}</p>
    <button type="button" class="button" @click=${retry}>Try again</button>
  </div>`;

/** The same for a whole room, which keeps its name and has nothing to lose by beginning again. */
export const failedRoom = (name, problem) => html`
  <div class="page-head"><h1>${name}</h1></div>
  <div class="sheet">${failed(problem, () => location.reload())}</div>`;

export const loading = (...bones) => html`
  <div aria-busy="true"><span class="visually-hidden">Loading…</span>${bones.map((bone) => html`<span class="bone ${bone}"></span>`)}</div>`;
