import {withUnit} from "./person.js";

const POUND = 0.45359237;

/** What is lifted, as the metrics describe theirs, so that a person's own unit is found the same way. */
export const lifted = {key: "lifted", unit: "kg", units: [{unit: "kg", factor: 1, offset: 0, decimals: 1}, {unit: "lb", factor: POUND, offset: 0, decimals: 1}]};

export const massUnit = (person) => person.unitFor(lifted).unit;

/** A mass in kg as a number in the person's unit. */
export const massOf = (person, kilograms) => kilograms / person.unitFor(lifted).factor;

/** A mass in kg in the person's unit, with at most so many decimals: "102.5 kg", "100 kg". */
export const massInWords = (person, kilograms, decimals = 1) =>
  withUnit(person.asEntered(Number(massOf(person, kilograms).toFixed(decimals))), massUnit(person));
