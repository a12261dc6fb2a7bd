import {get} from "./api.js";

/** The page's own release is part of its address, so that another release asks anew. */
const KEY = `vocabulary:${import.meta.url}`;

let terms = null;

/** Fetches the types, kinds, units and ranges that the server defines, once a tab. Nothing below may be asked before that. */
export async function loadVocabulary() {
  terms ??= kept() ?? (await fetched());
}

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null; // Storage is refused to this page, or something else is kept there.
  }
}

async function fetched() {
  const answer = await get("/workouts/definitions");
  try {
    sessionStorage.setItem(KEY, JSON.stringify(answer));
  } catch {
    // Without storage every page asks again.
  }
  return answer;
}

const options = (list) => list.map(({key, name}) => [key, name]);
const named = (list, wanted) => list.find(({key}) => key === wanted)?.name;

/** The types of workouts as options, `[key, name]`. */
export const workoutTypes = () => options(terms.types);
export const workoutTypeName = (type) => named(terms.types, type);

/** The kinds of sets as options, `[key, name]`. */
export const setKinds = () => options(terms.setKinds);
export const setKindName = (kind) => named(terms.setKinds, kind);

/** A unit as metrics describe theirs: canonical = entered × factor + offset. */
export const unitOf = (symbol) => terms.units.find(({unit}) => unit === symbol);

/** The symbols of the units that a profile chooses from, by what they measure. */
export const preferredUnits = (dimension) => terms.preferences[dimension];

export const weightUnits = () => terms.weightUnits.map(unitOf);

/** The numbers that are accepted in a field, `{unit, low, high, step}`. */
export const rangeOf = (field) => terms.ranges.find((range) => range.field === field);

/** By Epley's formula a one-repetition maximum is weight × (1 + repetitions ÷ this). */
export const epleyDivisor = () => terms.epleyDivisor;
