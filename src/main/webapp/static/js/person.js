import {civilAt, serialOf, todayIn} from "./dates.js";
import {fromCanonical, limitsIn, preferredUnit, toCanonical, unitNamed} from "./units.js";

const months = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
];
const dates = new RegExp(`\\b(\\d{1,2}) (${months.join("|")}) (\\d{4})\\b`, "g");

/** The signed-in person: shows every number and date the way their profile asks for. */
export class Person {
  #formats = new Map();

  constructor(profile) {
    this.profile = profile;
  }

  get today() {
    return todayIn(this.profile.zone);
  }

  get isAdmin() {
    // Whoever is leaving administers nothing meanwhile.
    return this.profile.role === "admin" && !this.profile.deletionAt;
  }

  unitFor(metric) {
    return preferredUnit(metric, this.profile.units);
  }

  number(value, decimals) {
    return this.#write(value, {minimumFractionDigits: decimals, maximumFractionDigits: decimals});
  }

  signed(value, decimals) {
    return this.#write(value, {minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: "exceptZero"});
  }

  /** As typed: no digit added, none taken away. */
  asEntered(value) {
    return this.#write(value, {maximumFractionDigits: 6});
  }

  /** The same as it stands in a field: without marks between thousands, which would be read as a decimal comma. */
  asTyped(value) {
    return this.#format(Intl.NumberFormat, {maximumFractionDigits: 6, useGrouping: false}).format(value);
  }

  /** A value of a metric as `{text, unit}`; what was entered in the preferred unit is shown again to the digit. */
  value(metric, canonical, entered) {
    const unit = this.unitFor(metric);
    if (entered?.unit === unit.unit) return {text: this.asEntered(entered.value), unit: unit.unit};
    return {text: this.number(fromCanonical(canonical, unit), unit.decimals), unit: unit.unit};
  }

  valueInWords(metric, canonical, entered) {
    const {text, unit} = this.value(metric, canonical, entered);
    return withUnit(text, unit);
  }

  /** What is wrong with a typed `{value, unit}` of a metric, in the unit it was typed in; "" if nothing is. */
  objection(metric, {value, unit}) {
    if (Number.isNaN(value)) return `Enter a number, such as ${unit === "h" ? `${this.asEntered(7.5)} or 7:30` : this.asEntered(82.4)}`;
    const typed = unitNamed(metric, unit);
    const canonical = toCanonical(value, typed);
    if (canonical >= metric.low && canonical <= metric.high) return "";
    const [low, high] = limitsIn(typed, metric.low, metric.high).map((limit) => this.asEntered(limit));
    return `Must be from ${low} to ${typed.unit.startsWith("/") ? high : withUnit(high, typed.unit)}`;
  }

  day(day, options = {dateStyle: "medium"}) {
    return this.#format(Intl.DateTimeFormat, {...options, timeZone: "UTC"}).format(serialOf(day) * 86_400_000);
  }

  /** A sentence of the server's with its dates, "29 November 2026", in the person's form. */
  withDates(sentence) {
    return sentence.replace(dates, (whole, date, month, year) =>
      this.day(`${year}-${String(months.indexOf(month) + 1).padStart(2, "0")}-${date.padStart(2, "0")}`));
  }

  moment(instant) {
    return this.#format(Intl.DateTimeFormat, {dateStyle: "medium", timeStyle: "short", timeZone: this.profile.zone}).format(new Date(instant));
  }

  /** The time of day of a measurement, or "" if it was written down on another day than it was taken. */
  timeOf({recordedAt, zone, localDate}) {
    const {day, time} = civilAt(recordedAt, zone);
    return day === localDate ? time : "";
  }

  #write(value, options) {
    return this.#format(Intl.NumberFormat, options).format(value).replace("-", "\u2212");
  }

  /** A format costs far more to make than to use, and a table of three years uses one some thousand times. */
  #format(Format, options) {
    const key = Format.name + JSON.stringify(options);
    if (!this.#formats.has(key)) this.#formats.set(key, new Format(this.profile.locale, options));
    return this.#formats.get(key);
  }
}

const ones = {weeks: "week", days: "day", hours: "hour", minutes: "minute", repetitions: "repetition", sets: "set", sessions: "session", steps: "step"};

/** The unit of a number that is written so: there is one week, and there are two weeks. */
export const unitOf = (text, unit) => (text === "1" ? (ones[unit] ?? unit) : unit);

/** "82.4 kg", "7/10", "1 week", and a bare number where there is no unit. */
export const withUnit = (text, unit) => (!unit ? text : unit.startsWith("/") ? text + unit : `${text}\u00a0${unitOf(text, unit)}`);
