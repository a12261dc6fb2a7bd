/** Bars and pairs of plates as gyms have them. */
export const racks = {
  kg: {bars: [20, 15, 10, 0], plates: [25, 20, 15, 10, 5, 2.5, 1.25]},
  lb: {bars: [45, 35, 15, 0], plates: [45, 35, 25, 10, 5, 2.5]},
};

/** What goes on each side of a bar, the heaviest first, and how much of the weight no plate can make up. */
export function loadOf(weight, bar, unit) {
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
