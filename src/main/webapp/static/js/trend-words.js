import {plusDays, serialOf} from "./dates.js";
import {withUnit} from "./person.js";
import {differenceFromCanonical, fromCanonical} from "./units.js";

const RECENT_DAYS = 28;
const STALE_DAYS = 7;

/** What a change is told by: its name, and its length in weeks. */
const PERIODS = [["week", 1], ["month", 30.44 / 7], ["year", 365.25 / 7]];

/**
 * What became of a metric, as `{symbol, words, detail}`: `change` and `rate` are the server's figures of a trend from its
 * first day on. The numbers said are those that the plot shows at its ends, so that whoever subtracts gets the same.
 */
export function changeInWords({trend, change, rate}, metric, person) {
  if (change.value === undefined) return {words: "No direction yet", detail: person.withDates(change.missing)};
  const [first, last] = [trend[0], trend.at(-1)];
  const {from, to, difference} = ends(first, last, metric, person);
  const span = spanInWords(first.date, last.date, person);
  if (!difference || !isClear(change)) {
    const course = difference ? `The trend went from ${from} to ${to}, which may be chance.` : `Steady at about ${to}.`;
    return {symbol: "steady", words: `No clear change in ${span}`, detail: course};
  }
  const rising = difference > 0;
  const unit = person.unitFor(metric);
  const [period, weeks] = periodOf(rate, first, last, unit);
  const pace = amount(Math.abs(differenceFromCanonical(rate.value * weeks, unit)), unit.decimals + 1, metric, person);
  return {
    symbol: rising ? "rising" : "falling",
    words: `${rising ? "Up" : "Down"} ${amount(Math.abs(difference), unit.decimals, metric, person)} in ${span}`,
    detail: `From ${from} to ${to}, about ${pace} a ${period}.`,
  };
}

/** How the last four weeks of a longer trend went; empty where that adds nothing to what is said of the whole. */
export function recentInWords({trend, change, recent}, metric, person) {
  const last = trend.at(-1);
  if (recent.value === undefined || serialOf(last.date) - serialOf(trend[0].date) < 2 * RECENT_DAYS) return "";
  const first = trend.find(({date}) => date >= plusDays(last.date, 1 - RECENT_DAYS));
  const {difference} = ends(first, last, metric, person);
  if (!difference || !isClear(recent)) return isClear(change) ? "No clear change in the last 4 weeks." : "";
  const {decimals} = person.unitFor(metric);
  return `In the last 4 weeks: ${difference > 0 ? "up" : "down"} ${amount(Math.abs(difference), decimals, metric, person)}.`;
}

/** Where the change lies, for whoever asks how sure it is. */
export function intervalInWords({trend, change, rate}, metric, person) {
  if (change.low === undefined) return "";
  const unit = person.unitFor(metric);
  const [period, weeks] = periodOf(rate, trend[0], trend.at(-1), unit);
  const shown = (value, decimals) => person.signed(differenceFromCanonical(value, unit), decimals);
  const between = ({low, high}, decimals, times = 1) =>
    `between ${shown(low * times, decimals)} and ${withDifference(shown(high * times, decimals), unit)}`;
  return `With 95 % confidence the change lies ${between(change, unit.decimals)}, `
    + `or ${between(rate, unit.decimals + 1, weeks)} a ${period}.`;
}

/** The shortest period in which the change shows in the digits of the metric, of those that are no longer than the days it took. */
function periodOf(rate, first, last, unit) {
  const weeks = (serialOf(last.date) - serialOf(first.date)) / 7;
  const shows = ([, length]) => Math.abs(differenceFromCanonical(rate.value * length, unit)) >= 10 ** -unit.decimals;
  const possible = PERIODS.filter(([, length]) => length <= weeks);
  return possible.find(shows) ?? possible.at(-1) ?? PERIODS[0];
}

/** A direction is only claimed where the interval leaves zero out. */
const isClear = ({low, high}) => low > 0 || high < 0;

function ends(first, last, metric, person) {
  const unit = person.unitFor(metric);
  const [start, end] = [first, last].map(({value}) => Number(fromCanonical(value, unit).toFixed(unit.decimals)));
  return {
    from: person.value(metric, first.value).text,
    to: person.valueInWords(metric, last.value),
    difference: Number((end - start).toFixed(unit.decimals)),
  };
}

const amount = (value, decimals, metric, person) => withDifference(person.number(value, decimals), person.unitFor(metric));

/** A rating of 7/10 changes by points, and what is a share of a hundred by percentage points. */
const withDifference = (text, {unit}) =>
  (unit.startsWith("/") ? `${text} points` : unit === "%" ? `${text} percentage points` : withUnit(text, unit));

/** "9 days", "4 weeks", "12 months"; where the last value is not of these days, also when it ended. */
function spanInWords(first, last, person) {
  const days = serialOf(last) - serialOf(first);
  const [count, unit] = days < 14 ? [days, "day"] : days < 60 ? [Math.round(days / 7), "week"]
    : days < 730 ? [Math.round(days / 30.44), "month"] : [Math.round(days / 365.25), "year"];
  const span = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return serialOf(person.today) - serialOf(last) > STALE_DAYS ? `the ${span} to ${person.day(last)}` : span;
}
