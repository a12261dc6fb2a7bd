import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {ago} from "./dates.js";
import {proof} from "./explain.js";
import {icon} from "./icon.js";
import {fromCanonical} from "./units.js";
import {changeInWords, intervalInWords, recentInWords} from "./trend-words.js";

/** The days that a change is told of unless others are chosen, wherever it is told: two pages must not tell two changes. */
export const TREND_DAYS = 90;

/** A metric at a glance: the latest number large, then what became of it in the span of the trend, and how that is known. */
export function headline(metric, latest, trend, person) {
  const {text, unit} = person.value(metric, latest.latest, latest.latestEntered);
  return html`
    <div class="headline">
      <p class="soft">${metric.name}, ${ago(latest.latestOn, person.today)}</p>
      <p class="headline-value"><span class="number">${text}</span><small>${unit}</small></p>
      ${trend ? course(trend, metric, person) : nothing}
    </div>`;
}

function course(trend, metric, person) {
  const {symbol, words, detail} = changeInWords(trend, metric, person);
  const recent = recentInWords(trend, metric, person);
  return html`
    <div class="headline-way">
      ${symbol ? icon(symbol) : nothing}<p><strong>${words}</strong></p>${mark(trend, metric, person)}
    </div>
    <p class="soft">${detail}${recent ? html` ${recent}` : nothing}</p>`;
}

/** With the digits that the sentence and the plot have, so that the inputs give the change that is told. */
function inUnitsOf(metric, person) {
  const preferred = person.unitFor(metric);
  return (value, unit) => (unit === metric.unit && unit
    ? {value: fromCanonical(value, preferred), unit: preferred.unit, decimals: preferred.decimals} : {value, unit});
}

/** The proof, one calm mark away. */
const mark = (trend, metric, person) => html`
  <button type="button" class="icon-button" popovertarget="trend-proof" aria-label="How is this known?">${icon("info")}</button>
  <div class="proof" id="trend-proof" popover role="dialog" aria-label="How this is known" tabindex="0">
    <p>${intervalInWords(trend, metric, person)}</p>
    <h3>The change</h3>
    ${proof(trend.change.explanation, person, inUnitsOf(metric, person))}
    <h3>The trend line and its band</h3>
    ${proof(trend.smoothing, person)}
    <button type="button" class="button" popovertarget="trend-proof" popovertargetaction="hide">Close</button>
  </div>`;
