import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {keyed} from "../vendor/lit-html/directives/keyed.js";
import {repeat} from "../vendor/lit-html/directives/repeat.js";
import "./exercise-chooser.js";
import "./program-gate.js";
import "./slot-dialog.js";
import {Problem, putNew, request} from "./api.js";
import {Draft} from "./draft.js";
import {FormView} from "./form.js";
import {icon} from "./icon.js";
import {addDay, addSlot, blankProgram, changeSlot, exchange, firstRule, moveSlot, objections, removeDay, removeSlot, renameDay} from "./program-document.js";
import {rangeChoice} from "./range-choice.js";
import {leaveFor} from "./session.js";
import {slotRow} from "./slot-row.js";
import {toast} from "./toast.js";
import {uuid7} from "./uuid7.js";

const levels = [["", "Not said"], ["beginner", "Beginner"], ["intermediate", "Intermediate"], ["expert", "Expert"]];
const MOST_WEEKS = 16;
const MOST_PHASES = 10;
const NAME_OF_DAY = /\.days\.\d+\.name$/;
const LIGHTER = {weight: 90, sets: 60};

/** Writes a program of one's own, or changes a copy of another one. Given: `{person, program, copying}`. */
class ProgramEditor extends FormView {
  #id = null;
  #version = undefined;
  #doc = null;
  #names = new Map();
  #at = {phase: 0, week: 0};
  #alike = true;
  #draft = null;
  #conflict = null;
  #left = false;
  #changed = false;
  #chosen = null;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("exercisechosen", ({detail}) => this.#exerciseChosen(detail));
    this.addEventListener("slotchanged", ({detail}) => this.#change((doc) => changeSlot(doc, this.#chosen.at, this.#chosen.lift, detail)));
    this.addEventListener("slotexchange", () => this.#ask({...this.#chosen, exchange: true}));
    this.addEventListener("gatechange", ({detail}) => this.#change((doc) => { doc.phases[this.#at.phase].until = detail; }));
  }

  received() {
    if (this.#doc) return;
    const {person, program} = this.given;
    const source = program?.program;
    this.#draft = new Draft(person, `program:${this.given.copying ? `new:${program?.id ?? ""}` : program.id}`);
    const kept = this.#draft.read();
    for (const {exerciseId, exerciseName} of program?.lifts ?? []) this.#names.set(exerciseId, exerciseName ?? "A deleted exercise");
    for (const [id, name] of kept?.names ?? []) this.#names.set(id, name);
    this.#id = kept?.id ?? (this.given.copying ? uuid7() : program.id);
    this.#version = this.given.copying ? undefined : (kept?.version ?? program.version);
    this.#doc = kept?.doc ?? (source ? {...structuredClone(source), name: this.given.copying ? `${source.name}, my way`.slice(0, 100) : source.name} : blankProgram());
    this.#changed = Boolean(kept);
  }

  get unsaved() {
    return this.#changed && !this.#left;
  }

  /** Changes a copy, so that what stood before can be taken up again. */
  #change(change) {
    const doc = structuredClone(this.#doc);
    change(doc);
    this.#become(doc);
    return doc;
  }

  #become(doc) {
    this.#doc = doc;
    this.#changed = true;
    this.#at.phase = Math.min(this.#at.phase, doc.phases.length - 1);
    this.#at.week = Math.min(this.#at.week, doc.phases[this.#at.phase].weeks.length - 1);
    this.#draft.keep({id: this.#id, version: this.#version, doc, names: [...this.#names]});
    return this.refresh();
  }

  /** Takes something out, and gives it back if nothing else was changed meanwhile. */
  #remove(words, change) {
    const before = this.#doc;
    const after = this.#change(change);
    toast(words, {label: "Undo", run: () => (this.#doc === after ? this.#become(before) : toast("It was changed since; what was removed has to be added again"))});
  }

  #where(day) {
    return {...this.#at, day, alike: this.#alike};
  }

  #ask(chosen) {
    this.#chosen = chosen;
    this.querySelector("exercise-chooser").open();
  }

  async #exerciseChosen({id, name}) {
    const {at, lift, exchange: instead} = this.#chosen;
    const {exercises} = this.#doc.phases[at.phase].weeks[at.week].days[at.day];
    if (exercises.some(({exerciseId}) => exerciseId === id)) return toast(`${name} is in this session already`);
    this.#names.set(id, name);
    if (instead) return this.#change((doc) => exchange(doc, lift, {id, name}));
    const doc = this.#change((changed) => addSlot(changed, at, {id, name}, {rule: firstRule()}));
    await this.refresh();
    return this.#edit(at, doc.phases[at.phase].weeks[at.week].days[at.day].exercises.at(-1));
  }

  #edit(at, slot) {
    this.#chosen = {at, lift: slot.lift};
    return this.querySelector("slot-dialog").open(slot, this.#names.get(slot.exerciseId));
  }

  async #move(at, lift, by, {currentTarget}) {
    const {label} = currentTarget.dataset;
    this.#change((doc) => moveSlot(doc, at, lift, by));
    await this.refresh();
    this.querySelector(`[data-slot="${at.day}:${lift}"] [data-label="${label}"]`)?.focus();
  }

  inputOf(field) {
    return field.replace(/\[(\d+)\]/g, ".$1");
  }

  /** A session's name holds for all of the same name, so it counts only when it is written to its end. */
  #named({target: {name, value}}) {
    if (NAME_OF_DAY.test(name)) this.#change((doc) => renameDay(doc, this.#where(Number(name.split(".").at(-2))), value));
  }

  /** What was typed into the field of a path such as `phases.0.name`. */
  #typed({target}) {
    const {name, value, type} = target;
    if (!name || name.startsWith("tab-")) return;
    if (target.ariaInvalid === "true") this.forgive();
    if (NAME_OF_DAY.test(name)) return;
    this.#change((doc) => {
      const path = name.split(".");
      const last = path.pop();
      const place = path.reduce((object, key) => object[key], doc);
      place[last] = type === "number" || target.inputMode === "numeric" ? Number(value) : value || (last === "name" ? "" : undefined);
    });
  }

  async #save() {
    const violations = objections(this.#doc);
    if (violations.length) throw Problem.invalid(violations);
    const path = `/programs/${this.#id}`;
    try {
      if (this.#version === undefined) await putNew(path, this.#doc);
      else await request("PUT", path, {body: this.#doc, ifMatch: `"${this.#version}"`});
    } catch (problem) {
      if (problem.status !== 412 || !problem.current) throw problem;
      this.#conflict = problem.current;
      await this.refresh();
      return this.querySelector(".save-choice").scrollIntoView({block: "center"});
    }
    this.#draft.drop();
    this.#left = true;
    return leaveFor(`/programs/?id=${this.#id}`);
  }

  /** Of two versions the person's own, or the one that was saved meanwhile. */
  #settle(mine) {
    const {version, program, lifts} = this.#conflict;
    this.#conflict = null;
    this.#version = version;
    if (mine) return this.querySelector("form").requestSubmit();
    for (const {exerciseId, exerciseName} of lifts) this.#names.set(exerciseId, exerciseName ?? "A deleted exercise");
    this.#doc = program;
    this.#changed = false;
    this.#draft.drop();
    this.#at = {phase: 0, week: 0};
    return this.refresh();
  }

  #leave() {
    this.#draft.drop();
    this.#left = true;
  }

  template() {
    if (!this.#doc) return null;
    const {person, program} = this.given;
    const title = this.given.copying ? (program ? `Copy of ${program.program.name}` : "A program of your own") : `Edit ${program.program.name}`;
    return html`
      <header class="page-head"><h1>${title}</h1></header>
      <form class="program-editor" novalidate autocomplete="off" @input=${(event) => this.#typed(event)} @change=${(event) => this.#named(event)} @submit=${(event) => this.submit(event, () => this.#save())}>
        <section class="sheet" aria-labelledby="about">
          <div class="sheet-head"><h2 id="about">About</h2></div>
          ${keyed(this.#version, html`<div class="fields">
            ${this.input("name", "Name", {value: this.#doc.name, maxlength: 100})}
            ${this.select("level", "Level", levels, {value: this.#doc.level ?? ""})}
            ${this.input("summary", "In one line", {value: this.#doc.summary ?? "", maxlength: 300, whole: true})}
          </div>`)}
          <p class="soft small">Who follows a program keeps it as it was when it was begun; a change counts from the next start.</p>
        </section>
        ${this.#phases()}
        ${this.problemNotice()}
        ${this.#conflict ? this.#choice() : nothing}
        <div class="button-row editor-end">
          ${this.submitButton("Save program", "Saving…")}
          <a class="button" href=${program ? `/programs/?id=${program.id}` : "/programs/"} @click=${() => this.#leave()}>Cancel</a>
        </div>
      </form>
      <exercise-chooser .given=${this.given}></exercise-chooser>
      <slot-dialog .given=${this.given}></slot-dialog>`;
  }

  #choice() {
    return html`
      <div class="notice warn save-choice" role="alert">${icon("warning")}
        <div><p>This program was changed elsewhere meanwhile; there it is called ${this.#conflict.program.name}. Which one shall stand?</p>
          <div class="button-row">
            <button type="button" class="button" @click=${() => this.#settle(false)}>The one saved elsewhere</button>
            <button type="button" class="button primary" @click=${() => this.#settle(true)}>Mine</button>
          </div></div>
      </div>`;
  }

  #phases() {
    const {phases} = this.#doc;
    const phase = phases[this.#at.phase];
    return html`
      <section class="sheet" aria-labelledby="sessions">
        <div class="sheet-head"><h2 id="sessions">Sessions</h2>
          ${phases.length < MOST_PHASES ? html`<button type="button" class="button" @click=${() => this.#addPhase()}>${icon("plus")}Add phase</button>` : nothing}</div>
        ${phases.length > 1 ? this.#tabs("phase", "Phase", phases.map(({name}, index) => name || `Phase ${index + 1}`)) : nothing}
        ${keyed(`${this.#at.phase}:${phases.length}:${this.#version}`, html`
          <div class="fields">
            ${this.input(`phases.${this.#at.phase}.name`, "Name of the phase", {value: phase.name, maxlength: 60})}
            <program-gate .given=${{person: this.given.person, gate: phase.until, isLast: this.#at.phase === phases.length - 1, lifts: this.#lifts(phase)}}></program-gate>
          </div>`)}
        ${phases.length > 1 ? html`<button type="button" class="button" @click=${() => this.#remove("Phase removed", (doc) => doc.phases.splice(this.#at.phase, 1))}>${icon("trash")}Remove this phase</button>` : nothing}
        ${this.#weeks(phase)}
      </section>`;
  }

  #lifts({weeks}) {
    const slots = weeks.flatMap(({days}) => days).flatMap(({exercises}) => exercises);
    return [...new Map(slots.map(({lift, exerciseId}) => [lift, this.#names.get(exerciseId)]))];
  }

  #addPhase() {
    this.#change(({phases}) => {
      phases.at(-1).until ??= {gate: "rounds", rounds: 4};
      phases.push({...structuredClone(phases.at(-1)), name: `Phase ${phases.length + 1}`, until: undefined});
    });
    this.#at = {phase: this.#doc.phases.length - 1, week: 0};
    this.refresh();
  }

  #tabs(key, word, names) {
    const choose = (index) => {
      this.#at = {...this.#at, ...(key === "phase" ? {week: 0} : {}), [key]: Number(index)};
      this.refresh();
    };
    return html`<div class="editor-tabs">${rangeChoice(`tab-${key}`, word, names.map((name, index) => [String(index), name]), String(this.#at[key]), choose)}</div>`;
  }

  #weeks({weeks}) {
    const {phase, week} = this.#at;
    const shown = weeks[week];
    const path = `phases.${phase}.weeks.${week}`;
    return html`
      <div class="editor-weeks">
        ${this.#tabs("week", "Week", weeks.map((none, index) => `Week ${index + 1}`))}
        <div class="editor-week-actions">
          ${weeks.length < MOST_WEEKS ? html`<button type="button" class="button" @click=${() => this.#addWeek()}>${icon("plus")}Add week</button>` : nothing}
          ${weeks.length > 1 ? html`<button type="button" class="button" @click=${() => this.#remove(`Week ${week + 1} removed`, (doc) => doc.phases[phase].weeks.splice(week, 1))}>${icon("trash")}Remove<span class="visually-hidden"> week ${week + 1}</span></button>` : nothing}
        </div>
      </div>
      <label class="choice"><input type="checkbox" .checked=${this.#alike} @change=${(event) => { this.#alike = event.target.checked; }}> Change sessions of the same name alike</label>
      <label class="choice"><input type="checkbox" .checked=${Boolean(shown.deload)}
        @change=${(event) => this.#change((doc) => { doc.phases[phase].weeks[week].deload = event.target.checked ? {...LIGHTER} : undefined; })}> Week ${week + 1} is a lighter one</label>
      ${shown.deload ? keyed(path, html`<div class="fields short">
        ${this.input(`${path}.deload.weight`, "Of the weights", {value: String(shown.deload.weight), unit: "%", inputmode: "numeric", maxlength: 3, hint: "30 to 100"})}
        ${this.input(`${path}.deload.sets`, "Of the sets", {value: String(shown.deload.sets), unit: "%", inputmode: "numeric", maxlength: 3, hint: "30 to 100"})}</div>`) : nothing}
      ${keyed(`${path}:${shown.days.length}:${this.#version}`, html`<div class="editor-days">${shown.days.map((day, index) => this.#day(day, index, `${path}.days.${index}`, shown.days.length))}</div>`)}
      ${shown.days.length < 7 ? html`<button type="button" class="button wide" @click=${() => this.#change((doc) => addDay(doc, this.#where()))}>${icon("plus")}Add session</button>` : nothing}`;
  }

  #addWeek() {
    this.#change((doc) => doc.phases[this.#at.phase].weeks.splice(this.#at.week + 1, 0, structuredClone(doc.phases[this.#at.phase].weeks[this.#at.week])));
    this.#at = {...this.#at, week: this.#at.week + 1};
    this.refresh();
  }

  #day(day, index, path, of) {
    const at = this.#where(index);
    const name = day.name || `Session ${index + 1}`;
    return html`
      <section class="editor-day" aria-label="Session ${index + 1}: ${name}">
        <div class="editor-day-head">
          ${this.input(`${path}.name`, `Session ${index + 1}`, {value: day.name, maxlength: 60})}
          ${of > 1 ? html`<button type="button" class="icon-button" aria-label="Remove session ${name}" @click=${() => this.#remove(`Removed ${name}`, (doc) => removeDay(doc, at))}>${icon("trash")}</button>` : nothing}
        </div>
        ${day.exercises.length ? nothing : html`<p class="soft">No exercise yet.</p>`}
        <ol class="plain">${repeat(day.exercises, ({lift}) => lift, (slot, position) => this.#slot(at, slot, position, day.exercises.length))}</ol>
        <button type="button" class="button wide" @click=${() => this.#ask({at})}>${icon("plus")}Add exercise<span class="visually-hidden"> to ${name}</span></button>
      </section>`;
  }

  #slot(at, slot, position, of) {
    const name = this.#names.get(slot.exerciseId);
    return slotRow({
      person: this.given.person, slot, name, key: `${at.day}:${slot.lift}`, first: position === 0, last: position === of - 1,
      edit: () => this.#edit(at, slot),
      move: (by, event) => this.#move(at, slot.lift, by, event),
      remove: () => this.#remove(`Removed ${name}`, (doc) => removeSlot(doc, at, slot.lift)),
    });
  }
}

customElements.define("program-editor", ProgramEditor);
