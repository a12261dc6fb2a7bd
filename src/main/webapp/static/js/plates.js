import {heaviestKilograms, most} from "./mass.js";
import {withUnit} from "./person.js";

/** Bars and pairs of plates as gyms have them. */
export const racks = {
  kg: {bars: [20, 15, 10, 0], plates: [25, 20, 15, 10, 5, 2.5, 1.25]},
  lb: {bars: [45, 35, 15, 0], plates: [45, 35, 25, 10, 5, 2.5]},
};

/** What goes on each side of a bar, the heaviest first, and how much of the whole weight no pair of plates makes up. */
function loadOf(weight, bar, unit) {
  let left = Math.max(0, weight - bar) / 2;
  const each = [];
  for (const plate of racks[unit].plates) {
    while (left >= plate - 1e-9) {
      each.push(plate);
      left -= plate;
    }
  }
  return {each, missing: Math.round(left * 2 * 1000) / 1000};
}

/** "On each side: 2 × 20 + 1.25." */
export function platesInWords(person, weight, bar, unit) {
  const inUnit = (number) => withUnit(person.asEntered(number), unit);
  const heaviest = most(unit, heaviestKilograms());
  if (Number.isNaN(weight)) return "Enter a weight.";
  if (weight > heaviest) return `Enter a weight up to ${inUnit(heaviest)}.`;
  if (weight < bar) return "The bar alone is heavier.";
  const {each, missing} = loadOf(weight, bar, unit);
  const counted = [...new Set(each)].map((plate) => {
    const count = each.filter((one) => one === plate).length;
    return (count > 1 ? `${count} × ` : "") + person.asEntered(plate);
  });
  if (!counted.length && !bar) return "No pair of plates is so light.";
  const plates = counted.length ? `On each side: ${counted.join(" + ")}.` : "The bar alone.";
  const made = Math.round((weight - missing) * 1000) / 1000;
  return missing ? `${plates} That makes ${inUnit(made)} in all, ${inUnit(missing)} too little.` : plates;
}
