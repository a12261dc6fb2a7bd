const programs = {
  strong: "Strong", hevy: "Hevy", fitnotes: "FitNotes", openscale: "openScale", withings: "Withings", garmin: "Garmin Connect",
  plain: "A table", measurements: "Exported measurements", workouts: "Exported workouts",
};

/** Where a file comes from, by how it is written. */
export const programInWords = (format) => programs[format] ?? format;

/** What a person knows the file by. */
export const nameOf = ({fileName, format}) => fileName ?? programInWords(format);

/** "1 workout", "2,500 sets" */
export const counted = (person, number, one, many = `${one}s`) => `${person.asEntered(number)} ${number === 1 ? one : many}`;

const listed = new Intl.ListFormat("en", {type: "conjunction"});

/** "2 workouts with 4 sets and 3 measurements", or "" where there is none of them. */
export function amountInWords(person, {workouts, sets, measurements}) {
  return listed.format([
    workouts && `${counted(person, workouts, "workout")}${sets ? ` with ${counted(person, sets, "set")}` : ""}`,
    measurements && counted(person, measurements, "measurement"),
  ].filter(Boolean));
}

/** How the file is read by what was answered, and whether that was for an earlier one; "" where nothing was answered. */
export function readingsInWords({answers: {dates, decimals, units}, assumed, format}) {
  const said = [
    dates && (dates === "day-first" ? "the day stands first in its dates" : "the month stands first in its dates"),
    decimals && `the ${decimals} stands before decimals`, ...Object.values(units).map((unit) => `values without a unit are in ${unit}`),
  ].filter(Boolean);
  if (!said.length) return "";
  const earlier = format === "plain" ? "your last table with these columns" : `your last file from ${programInWords(format)}`;
  return `${assumed.length ? `Read as you answered for ${earlier}:` : "You said that"} ${listed.format(said)}.`;
}

/** What is wrong with a file, in whole sentences: the server says it of the field, and this says it of the file. */
export function fileProblem(problem) {
  if (problem.status === 413) return `The file is too large. ${problem.detail || "It may have 10 MB."} A history of ten years has about 3 MB; split a larger table, or ask whoever runs this server for a higher limit.`;
  if (problem.status === 415) return "This is not a text file. Choose the CSV file that the other program writes.";
  const {violations} = problem;
  if (!violations.length) return problem.words;
  return violations.map(({field, message}) => {
    const line = /^file line (\d+)$/.exec(field);
    return line ? `Line ${line[1]}: ${message}` : `The file ${message}.`;
  }).join(" ");
}
