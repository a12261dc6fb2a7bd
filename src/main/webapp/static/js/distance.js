import {withUnit} from "./person.js";
import {unitOf} from "./vocabulary.js";

/** What far and near distances are told in, by the unit that lengths are measured in. */
const units = {cm: ["km", "m"], in: ["mi", "ft"]};

/** Below this a distance is told in the smaller unit, in metres. */
const SHORT = {cm: 1000, in: 160};

const metresPer = ({profile}) => unitOf(units[profile.units.length][0]).factor;

/** Who measures lengths in inches measures distances in miles. */
export const distanceUnit = ({profile}) => units[profile.units.length][0];

/** Metres as a number in the person's unit, to its thousandth, and back. */
export const distanceIn = (person, metres) => Number((metres / metresPer(person)).toFixed(3));
export const metresOf = (person, distance) => Math.round(distance * metresPer(person) * 100) / 100;

/** "5.2 km", "400 m", "3.1 mi", "164 ft" */
export function distanceInWords(person, metres) {
  const {length} = person.profile.units;
  const [long, short] = units[length];
  return metres < SHORT[length]
    ? withUnit(person.asEntered(Number((metres / unitOf(short).factor).toFixed(length === "cm" ? 2 : 0))), short)
    : withUnit(person.asEntered(Number((metres / unitOf(long).factor).toFixed(2))), long);
}
