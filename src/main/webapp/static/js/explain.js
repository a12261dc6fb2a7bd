import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {measureInWords} from "./measures.js";
import {unitOf, withUnit} from "./person.js";

const same = (value, unit) => ({value, unit});

/** The answer to "how was this computed?": formula, inputs, source and validity, as the server states them. */
export const explanation = (reasons, person, about, question = "How was this computed?") => html`
  <details class="disclosure small">
    <summary>${question}<span class="visually-hidden"> ${about}</span></summary>
    ${proof(reasons, person)}
  </details>`;

/** Formula, inputs, source and validity by themselves; inputs in the person's units, as `convert` puts them or beside the formula's own. */
export const proof = ({formula, inputs, source, validity}, person, convert) => html`
  <dl class="explanation">
    <dt>Formula</dt>
    <dd class="formula">${formula}</dd>
    ${inputs.length ? html`<dt>Inputs</dt><dd><ul class="plain">${inputs.map((input) => html`<li>${inputLine(input, person, convert)}</li>`)}</ul></dd>` : nothing}
    <dt>Source</dt>
    <dd>${source}</dd>
    <dt>Validity</dt>
    <dd>${validity}</dd>
  </dl>`;

function inputLine({name, value, unit, text, on}, person, convert) {
  const number = () => {
    if (!convert) return measureInWords(person, value, unit);
    const {value: converted, unit: own, decimals} = convert(value, unit);
    return withUnit(decimals === undefined ? person.asEntered(converted) : person.number(converted, decimals), own);
  };
  const shown = value === undefined ? text && person.withDates(text.replace(/\d{4}-\d{2}-\d{2}/g, (day) => person.day(day))) : number();
  return html`<span>${name}</span><strong>${shown}</strong>${on ? html`<span class="soft">${person.day(on)}</span>` : nothing}`;
}

/** One computed number with its unit, its interval and its explanation; `convert` puts it into the person's units. */
export function figure(item, person, convert = same) {
  const shown = (canonical) => decimal(person, convert(canonical, item.unit).value);
  const {unit} = convert(0, item.unit);
  return html`
    <div class="figure-line">
      <h3>${item.name}</h3>
      ${item.value === undefined
        ? html`<p class="figure-missing">${person.withDates(item.missing)}</p>`
        : html`<p class="figure-value">${shown(item.value)} <small>${unitOf(shown(item.value), unit)}</small></p>`}
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
