import {html} from "../vendor/lit-html/lit-html.js";

/** One of a few ranges, `[value, words]`, as a segmented control. */
export const rangeChoice = (name, label, options, chosen, choose) => html`
  <fieldset class="range-choice">
    <legend class="visually-hidden">${label}</legend>
    <div class="segments">${options.map(([value, words]) => html`
      <label><input type="radio" name=${name} value=${value} .checked=${value === chosen} @change=${() => choose(value)}><span>${words}</span></label>`)}</div>
  </fieldset>`;

/** A table that is only made once somebody asks for it. */
export const asTable = (view, open, setOpen, table, words = "Show as table") => html`
  <details class="disclosure" @toggle=${(event) => { setOpen(event.target.open); view.refresh(); }}>
    <summary>${words}</summary>
    ${open ? table() : ""}
  </details>`;
