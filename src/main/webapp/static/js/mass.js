import {withUnit} from "./person.js";
import {rangeOf, unitOf, weightUnits} from "./vocabulary.js";

/** What is lifted, as the metrics describe theirs, so that a person's own unit is found the same way. */
export const lifted = () => ({key: "lifted", unit: "kg", units: weightUnits()});

const inKilograms = (unit) => unitOf(unit).factor;

export const massUnit = (person) => person.unitFor(lifted()).unit;

/** A mass in kg as a number in the person's unit. */
export const massOf = (person, kilograms) => kilograms / inKilograms(massUnit(person));

/** A mass in kg in the person's unit, with at most so many decimals: "102.5 kg", "100 kg". */
export const massInWords = (person, kilograms, decimals = 1) =>
  withUnit(person.asEntered(Number(massOf(person, kilograms).toFixed(decimals))), massUnit(person));

/** A weight of one unit in another: to the digit where that is the same, else to a tenth. */
export const weightAs = (wanted, weight, unit = "kg") =>
  (unit === wanted ? weight : Number(((weight * inKilograms(unit)) / inKilograms(wanted)).toFixed(1)));

/** The heaviest a set can be. */
export const heaviestKilograms = () => rangeOf("weight").high;

/** The most of a range of weights in a unit, to whole ones of it. */
export const most = (unit, kilograms) => Math.floor(weightAs(unit, kilograms));

/** What was entered of a set, `{weight, unit}`, in kg. */
export const kilogramsOf = ({weight, unit = "kg"}) => weight * inKilograms(unit);

/** What was entered of a set, `{weight, unit}`, as a number in the person's unit. */
export const weightIn = (person, {weight, unit}) => weightAs(massUnit(person), weight, unit);

/** The same in words: 185 lb entered is "185 lb" to whoever wants pounds, and "83.9 kg" to whoever wants kilograms. */
export const weightInWords = (person, weight, unit) =>
  withUnit(person.asEntered(weightIn(person, {weight, unit})), massUnit(person));

/** A weight of plates in the person's unit, and in the plates' own beside it where that is another: "137.8 lb (62.5 kg)". */
export const loadInWords = (person, weight, unit) =>
  weightInWords(person, weight, unit) + (unit === massUnit(person) ? "" : ` (${withUnit(person.asEntered(weight), unit)})`);

/** The same with every weight in a sentence of the server's: "+2.5 kg, because all sets reached 5 repetitions." */
export const withLoads = (person, sentence) =>
  sentence.replace(/(\d+(?:\.\d+)?) (kg|lb)\b/g, (whole, weight, unit) => loadInWords(person, Number(weight), unit));
