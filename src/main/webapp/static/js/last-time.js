/** Warm-ups stand beside warm-ups and drop sets beside drop sets; all others are the sets that the work is done in. */
const groupOf = ({kind}) => (kind === "warm-up" || kind === "drop" ? kind : "working");

/**
 * The set of last time that one of now is compared with: the first warm-up with the first warm-up, the second working set with
 * the second. Where there were fewer it is the last of them, and none where there was none of the kind.
 */
export function setBefore(sets, set, before = []) {
  const group = groupOf(set);
  const like = before.filter((one) => groupOf(one) === group);
  return like[sets.filter((one) => groupOf(one) === group).indexOf(set)] ?? like.at(-1);
}

/**
 * The sets with a weight that was typed in one of them carried to those of its group that have none and are not done. Where
 * last time offers another weight than it offered beside the typed one, as in a pyramid, that stays.
 */
export function carried(sets, id, before) {
  const typed = sets.find((set) => set.id === id);
  if (typed?.weight === undefined) return sets;
  const offered = (set) => JSON.stringify([setBefore(sets, set, before)?.weight, setBefore(sets, set, before)?.unit]);
  const takes = (set) =>
    set.weight === undefined && !set.done && groupOf(set) === groupOf(typed) && offered(set) === offered(typed);
  return sets.map((set) => (takes(set) ? {...set, weight: typed.weight, unit: typed.unit} : set));
}
