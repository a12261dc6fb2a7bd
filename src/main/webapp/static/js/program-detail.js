import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {post, remove} from "./api.js";
import {icon} from "./icon.js";
import {gateInWords, ruleInWords, schemeInWords} from "./prescription.js";
import {count} from "./program-list.js";
import {sheet} from "./sheet.js";
import {titled} from "./terms.js";
import {toast} from "./toast.js";
import {View} from "./view.js";

/** Weeks in a row that are the same, as one: `[{from, to, week}]`. */
export function runsOf(weeks) {
  const runs = [];
  weeks.forEach((week, index) => {
    const written = JSON.stringify(week);
    if (runs.at(-1)?.written === written) runs.at(-1).to = index + 1;
    else runs.push({from: index + 1, to: index + 1, week, written});
  });
  return runs;
}

/**
 * One program with all it holds. Given: `{person, program, enrolment, asBegun, plates}`, the last the unit of the plates it was
 * begun with.
 */
class ProgramDetail extends View {
  #deleted = false;

  async #delete() {
    const {id, program: {name}} = this.given.program;
    try {
      await remove(`/programs/${id}`);
      this.#deleted = true;
      toast(`Deleted ${name}`, {label: "Undo", run: () => this.#restore()});
    } catch (problem) {
      toast(problem.words);
    }
    this.refresh();
  }

  async #restore() {
    try {
      await post(`/programs/${this.given.program.id}/restoration`);
      this.#deleted = false;
      toast(`Restored ${this.given.program.program.name}`);
    } catch (problem) {
      toast(problem.words);
    }
    this.refresh();
  }

  #nameOf(lift) {
    return this.given.program.lifts.find((one) => one.lift === lift)?.exerciseName ?? "A deleted exercise";
  }

  template() {
    const {person, program: {id, shipped, daysPerWeek, program}} = this.given;
    const {name, summary, description, level, phases} = program;
    const weeks = phases.reduce((sum, phase) => sum + phase.weeks.length, 0);
    if (this.#deleted) {
      return html`
        <div class="page-head"><h1>${name}</h1></div>
        <div class="sheet"><div class="blank">${icon("trash")}<h2>This program is deleted</h2>
          <p>It can be brought back for 30 days. Who follows it goes on.</p>
          <button type="button" class="button" @click=${() => this.#restore()}>Bring it back</button></div></div>`;
    }
    return html`
      <header class="page-head"><h1>${name}</h1>${shipped ? nothing : html`<span class="badge">Your own</span>`}</header>
      <section class="sheet program-about" aria-label="About">
        ${summary ? html`<p class="program-summary">${summary}</p>` : nothing}
        <dl class="sums">
          ${[
            ["Level", level && titled(level)], ["Days a week", person.asEntered(daysPerWeek)],
            ["Weeks", person.asEntered(weeks)], ["Exercises", person.asEntered(this.given.program.lifts.length)],
          ]
            .filter(([, value]) => value).map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
        </dl>
        ${this.#begin()}
        ${description ? html`<p class="program-description">${description}</p>` : nothing}
        ${this.given.asBegun ? nothing : html`<div class="button-row">
          ${shipped ? nothing : html`<a class="button" href="/programs/?edit=${id}">${icon("edit")}Edit</a>`}
          <a class="button" href="/programs/?copy=${id}">${icon("copy")}Copy and change</a>
          ${shipped ? nothing : html`
            <button type="button" class="button" @click=${() => this.#delete()}>${icon("trash")}Delete</button>`}
        </div>`}
      </section>
      ${phases.map((phase, index) => this.#phase(phase, index, phases.length))}`;
  }

  #begin() {
    const {enrolment, program: {id}} = this.given;
    if (!enrolment) return html`<a class="button primary start" href="/programs/?start=${id}">Start this program</a>`;
    return html`<p class="notice">${icon("info")}<span>${enrolment.programId === id
      ? "You follow this program, as it was when you began."
      : `You follow ${enrolment.programName}. End it before you start another one.`}
      <a href="/programs/">See where you are</a></span></p>`;
  }

  #phase({name, weeks, until}, index, of) {
    const {person} = this.given;
    const runs = runsOf(weeks);
    const words = html`${of > 1 ? `Phase ${index + 1} of ${of}. ` : ""}${count(weeks.length, "week")}, then again.
      ${gateInWords(person, until, (lift) => this.#nameOf(lift), this.given.plates)}`;
    return sheet(`phase-${index}`, name, runs.map((run, at) => this.#week(run, index === 0 && at === 0, runs.length)), words);
  }

  #week({from, to, week}, open, of) {
    const title = of === 1 && from === to ? "Every week" : from === to ? `Week ${from}` : `Weeks ${from}–${to}`;
    return html`
      <details class="disclosure program-week" ?open=${open}>
        <summary>${title}${week.deload ? html` <span class="badge">Lighter</span>` : nothing}</summary>
        ${week.deload ? html`<p class="soft small">${lighterInWords(week.deload)}</p>` : nothing}
        <div class="program-days">${week.days.map((day) => this.#day(day))}</div>
      </details>`;
  }

  #day({name, exercises}) {
    const {person} = this.given;
    return html`
      <section class="program-day">
        <h3>${name}</h3>
        <ol class="plain">${exercises.map(({lift, exerciseId, rule, superset, note}) => html`
          <li>
            <div class="slot-line"><a href="/exercises/?id=${exerciseId}">${this.#nameOf(lift)}</a>
              ${rule.rule === "percentage" ? nothing : html`<strong class="number">${schemeInWords(person, rule)}</strong>`}</div>
            ${rule.rule === "percentage" ? html`<p class="slot-scheme">${schemeInWords(person, rule)}</p>` : nothing}
            <p class="soft small">${ruleInWords(person, rule, this.given.plates)}${
              superset === undefined ? nothing : ` Superset ${superset}.`}</p>
            ${note ? html`<p class="small">${note}</p>` : nothing}
          </li>`)}</ol>
      </section>`;
  }
}

export function lighterInWords({weight, sets}) {
  const parts = [weight < 100 && `${weight} % of the weight`, sets < 100 && `${sets} % of the sets`].filter(Boolean);
  return `Planned deload week${parts.length ? `: ${parts.join(" and ")}` : ""}. It does not count as progress or as a failure.`;
}

customElements.define("program-detail", ProgramDetail);
