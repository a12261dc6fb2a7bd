const weeksOf = (program, {phase, week, alike}) => (alike ? program.phases[phase].weeks : [program.phases[phase].weeks[week]]);

const dayAt = (program, {phase, week, day}) => program.phases[phase].weeks[week].days[day];

/** One session, or all of its phase that have the same name. */
function daysAt(program, at) {
  const here = dayAt(program, at);
  return at.alike ? program.phases[at.phase].weeks.flatMap(({days}) => days).filter(({name}) => name === here.name) : [here];
}

export const slotsOf = ({phases}) => phases.flatMap(({weeks}) => weeks).flatMap(({days}) => days).flatMap(({exercises}) => exercises);

export const blankProgram = () => ({name: "", phases: [{name: "Training", weeks: [{days: [{name: "A", exercises: []}]}]}]});

export const firstRule = () => ({rule: "double-progression", sets: 3, low: 8, high: 12, increase: {kg: 2.5, lb: 5}, setback: {failures: 3, percent: 10}});

const MOST_LETTERS = 40;

/** The name of the lift that an exercise is in a program: the one it has there, or one after its own name that is free. */
export function liftOf(program, {id, name}) {
  const slots = slotsOf(program);
  const standing = slots.find(({exerciseId}) => exerciseId === id);
  if (standing) return standing.lift;
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, MOST_LETTERS - 3).replace(/^-+|-+$/g, "") || "lift";
  const taken = new Set(slots.map(({lift}) => lift));
  for (let number = 1; ; number++) {
    const lift = number === 1 ? plain : `${plain}-${number}`;
    if (!taken.has(lift)) return lift;
  }
}

/** Adds an exercise to a session. Where its lift is in the phase already it goes by the same rule there. */
export function addSlot(program, at, exercise, slot) {
  const lift = liftOf(program, exercise);
  const known = program.phases[at.phase].weeks.flatMap(({days}) => days).flatMap(({exercises}) => exercises).find((one) => one.lift === lift);
  for (const day of daysAt(program, at)) {
    if (!day.exercises.some(({exerciseId}) => exerciseId === exercise.id)) {
      day.exercises.push({lift, exerciseId: exercise.id, ...structuredClone(slot), rule: structuredClone(known?.rule ?? slot.rule)});
    }
  }
}

export function removeSlot(program, at, lift) {
  for (const day of daysAt(program, at)) day.exercises = day.exercises.filter((slot) => slot.lift !== lift);
}

export function moveSlot(program, at, lift, by) {
  for (const {exercises} of daysAt(program, at)) {
    const index = exercises.findIndex((slot) => slot.lift === lift);
    if (index < 0 || index + by < 0 || index + by >= exercises.length) continue;
    exercises.splice(index + by, 0, ...exercises.splice(index, 1));
  }
}

/**
 * Changes what is said of an exercise. Its rule is the same wherever its lift comes up in the phase; only the percentages of
 * a training max may differ from session to session, so they change in this one, and its like in other weeks keep theirs.
 */
export function changeSlot(program, at, lift, {rule, restSeconds, note}) {
  const phase = program.phases[at.phase];
  for (const week of phase.weeks) {
    for (const day of week.days) {
      for (const slot of day.exercises.filter((one) => one.lift === lift)) {
        const here = week === phase.weeks[at.week] && day === week.days[at.day]; // a wave has other percentages each week
        const sets = rule.rule === "percentage" && slot.rule.rule === "percentage" && !here ? slot.rule.sets : rule.sets;
        slot.rule = structuredClone({...rule, sets});
      }
    }
  }
  for (const day of daysAt(program, at)) {
    for (const slot of day.exercises.filter((one) => one.lift === lift)) Object.assign(slot, {restSeconds, note});
  }
}

/** Puts another exercise in the place of one, wherever its lift comes up in the program; where that is done already, it is once. */
export function exchange(program, lift, exercise) {
  const instead = liftOf(program, exercise);
  for (const {weeks, until} of program.phases) {
    if (until?.lift === lift) until.lift = instead;
    const days = weeks.flatMap((week) => week.days);
    const known = days.flatMap(({exercises}) => exercises).find((slot) => slot.lift === instead)?.rule;
    for (const day of days) {
      if (day.exercises.some((slot) => slot.lift === instead)) day.exercises = day.exercises.filter((slot) => slot.lift !== lift);
      for (const slot of day.exercises.filter((one) => one.lift === lift)) {
        Object.assign(slot, {lift: instead, exerciseId: exercise.id, rule: structuredClone(known ?? slot.rule)});
      }
    }
  }
}

export function addDay(program, at) {
  for (const {days} of weeksOf(program, at)) if (days.length < 7) days.push({name: String.fromCharCode(65 + days.length), exercises: []});
}

/** In other weeks too where the session of the same name has the same place. */
export function removeDay(program, at) {
  const {name} = dayAt(program, at);
  for (const {days} of weeksOf(program, at)) if (days.length > 1 && days[at.day]?.name === name) days.splice(at.day, 1);
}

export function renameDay(program, at, name) {
  for (const day of daysAt(program, at)) day.name = name;
}

const isShare = (number) => Number.isInteger(number) && number >= 30 && number <= 100;

/** What keeps a program from being followed, as `{field, message}`; of sessions without an exercise the first. */
export function objections({name, phases}) {
  const found = [];
  let empty = "";
  if (!name.trim()) found.push({field: "name", message: "Give the program a name"});
  phases.forEach((phase, p) => {
    if (!phase.name.trim()) found.push({field: `phases[${p}].name`, message: "Give the phase a name"});
    phase.weeks.forEach((week, w) => {
      const path = `phases[${p}].weeks[${w}]`;
      for (const share of week.deload ? ["weight", "sets"] : []) {
        if (!isShare(week.deload[share])) found.push({field: `${path}.deload.${share}`, message: `Week ${w + 1}: write a whole number from 30 to 100`});
      }
      week.days.forEach((day, d) => {
        if (!day.name.trim()) found.push({field: `${path}.days[${d}].name`, message: "Give the session a name"});
        if (!day.exercises.length) empty ||= `${day.name || "A session"} in week ${w + 1} of ${phase.name || "a phase"} has no exercise yet.`;
      });
    });
  });
  if (empty) found.push({field: "exercises", message: empty});
  return found;
}
