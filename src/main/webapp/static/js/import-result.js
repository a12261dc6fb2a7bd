import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {amountInWords, counted} from "./import-words.js";

/** What an import has written, by its name and number. */
const sumsOf = ({workouts, sets, measurements, ownExercises}) => [
  ["Workouts", workouts], ["Sets", sets], ["Measurements", measurements], ["Exercises of your own", ownExercises],
].filter(([, number]) => number);

/** Whether an import has written anything. */
export const isNew = (result) => sumsOf(result).length > 0;

/** What has come of an import, and the ways on from there; `undo` asks whether it is to go again. */
export function importResult({result, preview}, person, busy, undo) {
  const {workouts, measurements, ownExercises, replaced = 0} = result;
  const span = preview?.from ? `?from=${preview.from}&to=${preview.to}` : "";
  return html`
    ${isNew(result) ? html`<dl class="sums">${sumsOf(result).map(([name, number]) => html`<div><dt>${name}</dt><dd class="number">${person.asEntered(number)}</dd></div>`)}</dl>` : html`<p>Everything in this file was here already.</p>`}
    ${replaced ? html`<p class="soft preview-span">${counted(person, replaced, "workout")} of an earlier import gave way.</p>` : nothing}
    <div class="button-row">
      ${workouts ? html`<a class="button primary" href="/training/">See the workouts</a>` : nothing}
      ${measurements ? html`<a class=${workouts ? "button" : "button primary"} href="/measurements/${span}">See the measurements</a>` : nothing}
      ${ownExercises ? html`<a class="button" href="/exercises/?shelf=mine">See your own exercises</a>` : nothing}
      ${isNew(result) ? html`<button type="button" class="button danger" aria-disabled=${busy} @click=${undo}>Undo the import</button>` : nothing}
    </div>`;
}

/** Whether one means it. */
export const undoDialog = ({result}, person, undo, keep) => html`
  <dialog class="undo" aria-labelledby="undo-title" aria-describedby="undo-words">
    <h2 id="undo-title">Undo the whole import?</h2>
    <p id="undo-words">${amountInWords(person, result)} that came by it ${result.workouts + result.measurements === 1 ? "is" : "are"} deleted, also where you changed them since.
      ${result.replaced ? "Workouts that gave way to them come back. " : ""}Everything else stays. The same file can be imported again.</p>
    <div class="button-row">
      <button type="button" class="button danger" @click=${undo}>Undo the import</button>
      <button type="button" class="button" autofocus @click=${keep}>Keep it</button>
    </div>
  </dialog>`;

/** What is left of an import that was undone. */
export const undoneWords = ({result}, person) => html`
  <p>${amountInWords(person, result) || "Nothing"} that came by it ${result.workouts + result.measurements === 1 ? "was" : "were"} deleted again. Bring the same file once more to have it back.</p>
  <div class="button-row"><a class="button primary" href="/imports/">Bring a file</a></div>`;
