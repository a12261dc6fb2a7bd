import {lifted} from "./mass.js";
import {withUnit} from "./person.js";
import {differenceFromCanonical, fromCanonical} from "./units.js";

const PER_WEEK = "/week";
const stated = (unit) => ({unit, factor: 1, offset: 0, decimals: 6});

/** What formulas reckon in, and what else people want to see it in, described as the metrics describe theirs. */
const measures = {
  kg: lifted,
  m: {units: [stated("m"), {unit: "in", factor: 0.0254, offset: 0, decimals: 2}]},
  "°C": {units: [stated("°C"), {unit: "°F", factor: 5 / 9, offset: -160 / 9, decimals: 1}]},
  "mmol/L": {units: [stated("mmol/L"), {unit: "mg/dL", factor: 10 / 180.156, offset: 0, decimals: 0}]},
};

/**
 * An input of a formula in the person's unit; where that is not the formula's own, what the formula was given stands beside it:
 * "185 lb (83.91 kg)".
 */
export function measureInWords(person, value, unit) {
  const per = unit?.endsWith(PER_WEEK) ? PER_WEEK : "";
  const base = unit?.slice(0, unit.length - per.length);
  const own = measures[base] && person.unitFor(measures[base]);
  if (!own || own.unit === base) return withUnit(person.asEntered(value), unit);
  const shown = per ? differenceFromCanonical(value, own) : fromCanonical(value, own);
  const rounded = (number, decimals) => person.asEntered(Number(number.toFixed(decimals)));
  return `${withUnit(rounded(shown, own.decimals + (per ? 1 : 0)), own.unit + per)} (${withUnit(rounded(value, 2), unit)})`;
}
