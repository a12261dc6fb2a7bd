import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {withUnit} from "./person.js";

/** The answer to "how was this computed?": formula, inputs, source and validity, as the server states them. */
export const explanation = ({formula, inputs, source, validity}, person, about, question = "How was this computed?") => html`
  <details class="disclosure small">
    <summary>${question}<span class="visually-hidden"> ${about}</span></summary>
    <dl class="explanation">
      <dt>Formula</dt>
      <dd class="formula">${formula}</dd>
      ${inputs.length ? html`<dt>Inputs</dt><dd><ul class="plain">${inputs.map((input) => html`<li>${inputLine(input, person)}</li>`)}</ul></dd>` : nothing}
      <dt>Source</dt>
      <dd>${source}</dd>
      <dt>Validity</dt>
      <dd>${validity}</dd>
    </dl>
  </details>`;

function inputLine({name, value, unit, text, on}, person) {
  const shown = value === undefined ? text?.replace(/\d{4}-\d{2}-\d{2}/g, (day) => person.day(day)) : withUnit(person.asEntered(value), unit);
  return html`<span>${name}</span><strong>${shown}</strong>${on ? html`<span class="soft">${person.day(on)}</span>` : nothing}`;
}

/** One computed number with its unit, its interval and its explanation; `convert` puts it into the person's units. */
export function figure(item, person, convert = (value, unit) => ({value, unit})) {
  const shown = (canonical) => decimal(person, convert(canonical, item.unit).value);
  const {unit} = convert(0, item.unit);
  return html`
    <div class="figure-line">
      <h3>${item.name}</h3>
      ${item.value === undefined
        ? html`<p class="figure-missing">${item.missing}</p>`
        : html`<p class="figure-value">${shown(item.value)} <small>${unit}</small></p>`}
    </div>
    ${item.value !== undefined && item.low !== undefined && item.high !== undefined
      ? html`<p class="soft small">95 % interval ${shown(item.low)} to ${withUnit(shown(item.high), unit)}</p>` : nothing}
    ${explanation(item.explanation, person, item.name)}`;
}

const decimal = (person, value) => person.number(value, Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 2 ? 1 : 2);

const PER_WEEK = "/week";

/** Puts a figure in kg, kg/week and the like into the unit of a metric the person prefers; other units stay. */
export function converter(metrics, person) {
  return (value, unit) => {
    const per = unit.endsWith(PER_WEEK) ? PER_WEEK : "";
    const base = unit.slice(0, unit.length - per.length);
    const metric = metrics.find((one) => one.unit === base);
    if (!metric) return {value, unit};
    const preferred = person.unitFor(metric);
    const difference = value / preferred.factor;
    return {value: per ? difference : difference - preferred.offset / preferred.factor, unit: preferred.unit + per};
  };
}

/** Where a rate points: it is only called a direction if its interval leaves zero out. */
export function direction({value, low, high}) {
  if (value === undefined) return null;
  if (low !== undefined && low <= 0 && high >= 0) return {symbol: "steady", words: "No clear direction"};
  return value > 0 ? {symbol: "rising", words: "Rising"} : {symbol: "falling", words: "Falling"};
}
