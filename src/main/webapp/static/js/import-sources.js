import {html} from "../vendor/lit-html/lit-html.js";

/** Each program: what its file holds, and how to get it. */
const sources = [
  ["Strong", "Workouts", "Settings, then Export Strong Data. It makes strong.csv."],
  ["Hevy", "Workouts", "Profile, Settings, Export & Import Data, then Export Workouts."],
  ["FitNotes", "Workouts", "Menu, Settings, Spreadsheet Export, then Workout Data."],
  ["openScale", "Measurements", "Menu, then Export, as CSV."],
  ["Withings", "Measurements", "Account settings, Download your data. Unpack it and choose weight.csv."],
  ["Garmin Connect", "Measurements", "On the website: Health Stats, Weight, then Export CSV."],
  ["Any table", "Measurements", "Save it as CSV: a column “date”, and others named like metrics, such as “Weight (kg)”."],
  ["Primary Assistant", "Both", "The exports at the foot of this page, from here or from another server."],
];

export const importSources = () => html`
  <dl class="sources">${sources.map(([name, holds, way]) => html`
    <div><dt>${name} <span class="soft small">${holds}</span></dt><dd class="small">${way}</dd></div>`)}</dl>`;
