import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {ago} from "./dates.js";
import {converter, direction, explanation} from "./explain.js";
import {icon} from "./icon.js";
import {withUnit} from "./person.js";

/** A metric at a glance: the latest number large, where it is heading and how fast. */
export function headline(metric, latest, trend, person) {
  const {text, unit} = person.value(metric, latest.latest, latest.latestEntered);
  return html`
    <div class="headline">
      <p class="soft">${metric.name}, ${ago(latest.latestOn, person.today)}</p>
      <p class="headline-value"><span class="number">${text}</span><small>${unit}</small></p>
      ${trend ? heading(trend, metric, person) : nothing}
    </div>`;
}

/** How the direction and the trend were computed. */
export const reasons = ({rate, smoothing}, person) => html`
  <div class="headline-why">
    ${explanation(rate.explanation, person, rate.name)}
    ${explanation(smoothing, person, "Trend", "How is the trend smoothed?")}
  </div>`;

function heading({rate, trend}, metric, person) {
  const way = direction(rate);
  const current = trend.at(-1);
  return html`
    ${way
      ? html`<p class="headline-way">${icon(way.symbol)}<strong>${way.words}</strong><span>${pace(rate, metric, person)}</span></p>`
      : html`<p class="soft">No direction yet. ${rate.missing}</p>`}
    ${current ? html`<p class="soft small">Trend ${person.valueInWords(metric, current.value)}${band(current, metric, person)}</p>` : nothing}`;
}

function pace({value, low, high, unit}, metric, person) {
  const convert = converter([metric], person);
  const {decimals} = person.unitFor(metric);
  const shown = (canonical) => person.signed(convert(canonical, unit).value, decimals + 1);
  const speed = `${withUnit(shown(value), convert(0, unit).unit.replace("/week", ""))} a week`;
  return low === undefined || high === undefined ? speed : `${speed} (95 % interval ${shown(low)} to ${shown(high)})`;
}

const band = ({low, high}, metric, person) =>
  low === undefined || high === undefined ? "" : `, between ${person.value(metric, low).text} and ${person.valueInWords(metric, high)}`;
