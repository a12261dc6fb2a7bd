// Values travel in a metric's canonical unit; canonical = entered × factor + offset.

/** The unit a person wants to see a metric in: their own if the metric has it, else the metric's first. */
export function preferredUnit(metric, units) {
  const wanted = Object.values(units);
  return metric.units.find(({unit}) => wanted.includes(unit)) ?? metric.units[0];
}

export const unitNamed = (metric, name) => metric.units.find(({unit}) => unit === name) ?? preferredUnit(metric, {});

export const fromCanonical = (value, {factor, offset}) => (value - offset) / factor;
export const toCanonical = (value, {factor, offset}) => value * factor + offset;

/** A difference or a rate of change: offsets cancel out. */
export const differenceFromCanonical = (value, {factor}) => value / factor;

/** The ends of a canonical range in a unit, rounded inwards to its decimals, so that either may be entered. */
export function limitsIn(unit, low, high) {
  const scale = 10 ** unit.decimals;
  const [least, most] = [low, high].map((end) => fromCanonical(end, unit) * scale);
  return [Math.ceil(least - 1e-6) / scale, Math.floor(most + 1e-6) / scale];
}

/** What somebody typed of a metric in a unit, as `{value, unit}`; of hours also 7:30, which is kept as minutes to be exact. */
export function readAmount(metric, text, unit) {
  const [, hours, minutes] = (unit === "h" && /^\s*(\d{1,2}):([0-5]\d)\s*$/.exec(text)) || [];
  if (hours === undefined) return {value: parseNumber(text), unit};
  const all = Number(hours) * 60 + Number(minutes);
  return metric.units.some((one) => one.unit === "min") ? {value: all, unit: "min"} : {value: Number((all / 60).toFixed(6)), unit};
}

/** The number somebody typed, with a decimal comma or point, or NaN. */
export function parseNumber(text) {
  const plain = text.trim().replace(/^−/, "-");
  return /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(plain) ? Number(plain.replace(",", ".")) : Number.NaN;
}
