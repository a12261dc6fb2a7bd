import {withUnit} from "./person.js";

const units = {cm: ["km", 1000, "m", 1], in: ["mi", 1609.344, "ft", 0.3048]};

/** Below this a distance is told in the smaller unit, in metres. */
const SHORT = {cm: 1000, in: 160};

/** Who measures lengths in inches measures distances in miles. */
export const distanceUnit = ({profile}) => units[profile.units.length][0];

/** Metres as a number in the person's unit, to its thousandth, and back. */
export const distanceIn = ({profile}, metres) => Number((metres / units[profile.units.length][1]).toFixed(3));
export const metresOf = ({profile}, distance) => Math.round(distance * units[profile.units.length][1] * 100) / 100;

/** "5.2 km", "400 m", "3.1 mi", "164 ft" */
export function distanceInWords(person, metres) {
  const {length} = person.profile.units;
  const [long, longMetres, short, shortMetres] = units[length];
  return metres < SHORT[length]
    ? withUnit(person.asEntered(Number((metres / shortMetres).toFixed(length === "cm" ? 2 : 0))), short)
    : withUnit(person.asEntered(Number((metres / longMetres).toFixed(2))), long);
}
