import {withUnit} from "./person.js";
import {differenceFromCanonical, fromCanonical} from "./units.js";
import {unitOf} from "./vocabulary.js";

const PER_WEEK = "/week";
/** What formulas reckon in, and what else people want to see it in. */
const measures = {kg: ["kg", "lb"], m: ["m", "in"], "°C": ["°C", "°F"], "mmol/L": ["mmol/L", "mg/dL"]};

/**
 * An input of a formula in the person's unit; where that is not the formula's own, what the formula was given stands beside it:
 * "185 lb (83.91 kg)".
 */
export function measureInWords(person, value, unit) {
  const per = unit?.endsWith(PER_WEEK) ? PER_WEEK : "";
  const base = unit?.slice(0, unit.length - per.length);
  const own = measures[base] && person.unitFor({units: measures[base].map(unitOf)});
  if (!own || own.unit === base) return withUnit(person.asEntered(value), unit);
  const shown = per ? differenceFromCanonical(value, own) : fromCanonical(value, own);
  const rounded = (number, decimals) => person.asEntered(Number(number.toFixed(decimals)));
  return `${withUnit(rounded(shown, own.decimals + (per ? 1 : 0)), own.unit + per)} (${withUnit(rounded(value, 2), unit)})`;
}
