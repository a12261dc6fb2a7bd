import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {icon} from "./icon.js";
import {counted} from "./import-words.js";
import {withUnit} from "./person.js";

/** How many workouts, old ones replaced included, and measurements would come in. */
export function incoming({preview, answers}) {
  const replaced = answers.changed === "replace" ? (preview.changes?.replaceable ?? 0) : 0;
  return {workouts: preview.workouts.added + replaced, sets: preview.sets, measurements: preview.measurements.added};
}

/** What a file would bring: sums first, then what is left alone, told otherwise, or refused. `replace` takes whether the changed workouts are to be replaced. */
export function importPreview(standing, person, replace) {
  const {preview, exercises, rows} = standing;
  const {workouts, measurements, sets, from, to, changes, refused} = preview;
  const made = exercises.filter(({match}) => match === "own").length;
  const hasWorkouts = workouts.added || workouts.there || changes?.first.length;
  const hasMeasurements = measurements.added || measurements.there || !hasWorkouts;
  const sums = [
    hasWorkouts && ["Workouts to add", workouts.added], hasWorkouts && ["Sets in them", sets], hasMeasurements && ["Measurements to add", measurements.added],
    made && ["New exercises", made], ["Here already", workouts.there + measurements.there], ["Not taken over", refused],
  ].filter(Boolean);
  return html`
    <dl class="sums">${sums.map(([name, number]) => html`<div><dt>${name}</dt><dd class="number">${person.asEntered(number)}</dd></div>`)}</dl>
    <p class="soft preview-span">${counted(person, rows, "row")} in the file${from ? html`, from ${person.day(from)} to ${person.day(to)}` : nothing}.
      ${workouts.there + measurements.there ? "What is here already stays as it is; nothing comes in twice." : nothing}</p>
    ${changes?.first.length ? changed(standing, person, replace) : nothing}
    ${standing.unusual?.all ? farFromTheOthers(standing.unusual, person) : nothing}
    ${refused ? leftOut(preview, person) : nothing}`;
}

function changed({preview: {changes}, answers, state}, person, replace) {
  const {replaceable, edited, first} = changes;
  const all = replaceable + edited;
  return html`
    <div class="notice preview-part">${icon("info")}<div>
      <p><strong>${counted(person, all, "workout in the file differs", "workouts in the file differ")} from what is here.</strong>
        ${all === 1 ? "It came" : "They came"} by an earlier import; since then sets were added or changed in the other program.</p>
      ${edited ? html`<p>${edited === all ? (all === 1 ? "You changed it here, so it stays." : "You changed them here, so they stay.") : `${person.asEntered(edited)} of them you changed here; ${edited === 1 ? "it stays" : "they stay"} as you left ${edited === 1 ? "it" : "them"}.`}</p>` : nothing}
      ${replaceable && state === "ready" ? html`<label class="choice"><input type="checkbox" .checked=${answers.changed === "replace"} @change=${(event) => replace(event.target.checked)}>
        <span>Replace ${counted(person, replaceable, "workout")} by what the file says</span></label>` : nothing}
      <details class="disclosure"><summary>Show them</summary>
        <ul class="rows">${first.map(({id, localDate, title, edited: own, here, inFile}) => html`
          <li><a href="/workout/?id=${id}">${title ?? "Workout"}, ${person.day(localDate)}</a>
            <span class="soft small">${counted(person, here, "set")} here, ${person.asEntered(inFile)} in the file${own ? ", changed here" : ""}</span></li>`)}</ul>
        ${first.length < all ? html`<p class="soft small">The newest ${person.asEntered(first.length)} of ${person.asEntered(all)}.</p>` : nothing}
      </details></div></div>`;
}

/** What comes in although it may be a slip: the scale's, or that of whoever typed it. */
function farFromTheOthers({all, first}, person) {
  const usually = ({usual, unit}) => (usual === undefined ? "unusual for an adult" : `usually about ${withUnit(person.asEntered(usual), unit)}`);
  return html`
    <div class="notice warn preview-part">${icon("warning")}<div>
      <p><strong>${all === 1 ? "1 value is" : `${person.asEntered(all)} values are`} far from what is usual.</strong>
        ${all === 1 ? "It is" : "They are"} imported all the same. If that is wrong, correct the file and choose it again.</p>
      <details class="disclosure"><summary>Show ${all === 1 ? "it" : "them"}</summary>
        <ul class="rows">${first.map((one) => html`
          <li><span>Line ${person.asEntered(one.line)}: ${one.metric} ${withUnit(person.asEntered(one.value), one.unit)}, ${person.day(one.localDate)}</span>
            <span class="soft small">${usually(one)}</span></li>`)}</ul>
        ${first.length < all ? html`<p class="soft small">The first ${person.asEntered(first.length)} of ${person.asEntered(all)}.</p>` : nothing}
      </details></div></div>`;
}

/** Which rows are refused, and why; `over` if the others are here already. */
export function leftOut({refused, refusals: first}, person, over = false) {
  return html`
    <div class="notice warn preview-part">${icon("warning")}<div>
      <p><strong>${counted(person, refused, "row or value", "rows or values")} ${over ? (refused === 1 ? "was" : "were") : "cannot be"} ${over ? "not taken over" : "taken over"}.</strong>
        ${over ? "Put it right in the other program and import the file again; nothing comes in twice." : "Everything else comes in all the same."}</p>
      <details class="disclosure"><summary>Show why</summary>
        <div class="table-frame" tabindex="0" role="region" aria-label="What is not taken over">
          <table class="refusals">
            <caption class="visually-hidden">Lines that are not taken over</caption>
            <thead><tr><th scope="col" class="end">Line</th><th scope="col">Reason</th></tr></thead>
            <tbody>${first.map(({line, reason}) => html`<tr><td class="end number">${person.asEntered(line)}</td><td>${reason}</td></tr>`)}</tbody>
          </table>
        </div>
        ${first.length < refused ? html`<p class="soft small">The first ${person.asEntered(first.length)} of ${person.asEntered(refused)}.</p>` : nothing}
      </details></div></div>`;
}
