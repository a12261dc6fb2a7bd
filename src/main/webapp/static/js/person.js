import {civilAt, serialOf, todayIn} from "./dates.js";
import {differenceFromCanonical, fromCanonical, preferredUnit} from "./units.js";

/** The signed-in person: shows every number and date the way their profile asks for. */
export class Person {
  constructor(profile) {
    this.profile = profile;
  }

  get today() {
    return todayIn(this.profile.zone);
  }

  get isAdmin() {
    return this.profile.role === "admin";
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

  change(metric, canonical) {
    const unit = this.unitFor(metric);
    return this.signed(differenceFromCanonical(canonical, unit), unit.decimals);
  }

  day(day, options = {dateStyle: "medium"}) {
    return new Intl.DateTimeFormat(this.profile.locale, {...options, timeZone: "UTC"}).format(serialOf(day) * 86_400_000);
  }

  moment(instant) {
    return new Intl.DateTimeFormat(this.profile.locale, {dateStyle: "medium", timeStyle: "short", timeZone: this.profile.zone}).format(new Date(instant));
  }

  /** The time of day of a measurement, or "" if it was written down on another day than it was taken. */
  timeOf({recordedAt, zone, localDate}) {
    const {day, time} = civilAt(recordedAt, zone);
    return day === localDate ? time : "";
  }

  #write(value, options) {
    return new Intl.NumberFormat(this.profile.locale, options).format(value).replace("-", "\u2212");
  }
}

/** "82.4 kg", "7/10", and a bare number where there is no unit. */
export const withUnit = (text, unit) => (!unit ? text : unit.startsWith("/") ? text + unit : `${text}\u00a0${unit}`);
