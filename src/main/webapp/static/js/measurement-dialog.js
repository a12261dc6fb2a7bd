import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {Problem, putNew, request} from "./api.js";
import {now} from "./clock.js";
import {civilAt, instantOf} from "./dates.js";
import {FormView} from "./form.js";
import {groups} from "./groups.js";
import {icon} from "./icon.js";
import {withUnit} from "./person.js";
import {Review} from "./review.js";
import {readAmount, unitNamed} from "./units.js";
import {uuid7} from "./uuid7.js";

const NEW = "new";

/**
 * Adds or edits one measurement. Where somebody changed it meanwhile it shows both versions and lets one choose.
 * Given: `{person, metrics}`. It tells of a saved measurement by `measurementsaved`.
 */
class MeasurementDialog extends FormView {
  #measurement = null;
  #metric = null;
  #id = null;
  #conflict = null;
  #leftAt = null;
  #review = new Review();
  #place = "";

  add(key) {
    this.#open(null, this.given.metrics.find((metric) => metric.key === key) ?? this.given.metrics[0]);
  }

  edit(measurement) {
    this.#open(measurement, this.given.metrics.find(({key}) => key === measurement.metric));
  }

  async #open(measurement, metric) {
    const about = measurement?.id ?? NEW;
    // Escape, or a phone's gesture for going back, is easily a slip: what was typed then is there again.
    if (about !== this.#leftAt) await this.#begin(measurement, metric);
    this.#leftAt = null;
    this.#dialog.showModal();
    this.querySelector('[name="value"]').focus();
  }

  async #begin(measurement, metric) {
    this.#measurement = measurement;
    this.#metric = metric;
    this.#id = measurement?.id ?? uuid7();
    this.#conflict = null;
    this.#review = new Review();
    this.forgive();
    await this.refresh();
    this.querySelector("form").reset();
  }

  get #dialog() {
    return this.querySelector("dialog");
  }

  async #save(data) {
    const body = this.#bodyOf(data);
    this.#place = await this.#reviewed(body);
    await this.#put(body, this.#measurement?.version);
  }

  /** What was said before is not asked about again. Returns in words which one of its day it is, unless it is the first. */
  async #reviewed({metric, value, unit, localDate}) {
    const before = this.#measurement;
    const same = before && value === before.entered.value && unit === before.entered.unit && localDate === before.localDate;
    if (same) return "";
    const [later] = await this.#review.of({id: this.#id, localDate, values: [{metric, value, unit}]}, this.given, () => "value");
    return later ? later[1] : "";
  }

  async #put(body, version) {
    const path = `/measurements/${this.#id}`;
    try {
      this.#done(version === undefined ? await putNew(path, body) : (await request("PUT", path, {body, ifMatch: `"${version}"`})).body);
    } catch (problem) {
      if (problem.status !== 412 || !problem.current) throw problem;
      this.#conflict = {theirs: problem.current, mine: body};
    }
  }

  async #overwrite(event) {
    const {theirs, mine} = this.#conflict;
    await this.submit(event, async () => {
      this.#conflict = null;
      await this.#put(mine, theirs.version);
    });
  }

  #bodyOf(data) {
    const violations = [];
    const {value, unit} = readAmount(this.#metric, data.get("value"), data.get("unit"));
    const day = data.get("localDate");
    const objection = this.given.person.objection(this.#metric, {value, unit});
    if (objection) violations.push({field: "value", message: objection});
    if (!day) violations.push({field: "localDate", message: "Choose a day"});
    if (violations.length) throw Problem.invalid(violations);
    const zone = this.#measurement?.zone ?? this.given.person.profile.zone;
    return {
      metric: this.#metric.key, value, unit, localDate: day, zone,
      recordedAt: this.#instant(day, data.get("time"), zone), note: data.get("note").trim() || undefined,
    };
  }

  /** Untouched, the instant stays to the second; without a time it is the one that stood there, or the server's now. */
  #instant(day, time, zone) {
    const before = this.#measurement;
    if (!time || (before && day === before.localDate && time === this.given.person.timeOf(before))) return before?.recordedAt;
    return instantOf(day, time, zone);
  }

  #done(saved) {
    this.#dialog.close();
    this.dispatchEvent(new CustomEvent("measurementsaved", {bubbles: true, detail: {saved, added: !this.#measurement, place: this.#place}}));
  }

  template() {
    if (!this.#metric) return html`<dialog aria-labelledby="measurement-title"><form></form></dialog>`;
    return html`
      <dialog aria-labelledby="measurement-title" @cancel=${() => { this.#leftAt = this.#measurement?.id ?? NEW; }}>
        <h2 id="measurement-title">${this.#measurement ? `Edit ${this.#metric.name}` : "Add measurement"}</h2>
        ${this.#conflict ? this.#choice() : nothing}
        <form novalidate autocomplete="off" ?hidden=${this.#conflict !== null} @submit=${(event) => this.submit(event, (data) => this.#save(data))}>
          ${this.problemNotice()}
          ${this.#fields()}
          <div class="button-row">${this.submitButton("Save", "Saving…")}<button type="button" class="button" @click=${() => this.#dialog.close()}>Cancel</button></div>
        </form>
      </dialog>`;
  }

  #fields() {
    const {person} = this.given;
    const before = this.#measurement;
    const unit = before ? unitNamed(this.#metric, before.entered.unit) : person.unitFor(this.#metric);
    const present = civilAt(now(), person.profile.zone);
    return html`
      <div class="fields dialog-fields">
        ${before ? nothing : this.#metricSelect()}
        ${this.input("value", "Value", {value: before ? person.asEntered(before.entered.value).replace(/[^\d.,−-]/g, "") : "", inputmode: "decimal", maxlength: 20})}
        ${this.#metric.units.length > 1
          ? this.select("unit", "Unit", this.#metric.units.map((one) => [one.unit, one.unit]), {value: unit.unit})
          : html`<input type="hidden" name="unit" value=${unit.unit}>`}
        ${this.input("localDate", "Date", {type: "date", value: before?.localDate ?? present.day, min: "1900-01-01"})}
        ${this.input("time", "Time", {type: "time", value: before ? person.timeOf(before) : present.time})}
        ${this.textarea("note", "Note", {value: before?.note ?? "", maxlength: 2000})}
      </div>`;
  }

  #metricSelect() {
    const {metrics} = this.given;
    const choose = (event) => {
      this.#metric = metrics.find(({key}) => key === event.target.value);
      this.#id = uuid7(); // a measurement keeps its metric, and an earlier try may have arrived
      this.refresh();
    };
    return html`
      <div class="field whole">
        <label for="dialog-metric">Metric</label>
        <div class="field-control">
          <select id="dialog-metric" name="metric" @change=${choose}>
            ${groups.map(([group, name]) => {
              const some = metrics.filter((metric) => metric.group === group);
              return some.length ? html`<optgroup label=${name}>${some.map((metric) => html`<option value=${metric.key} ?selected=${metric === this.#metric}>${metric.name}</option>`)}</optgroup>` : nothing;
            })}
          </select>
        </div>
      </div>`;
  }

  #choice() {
    const {theirs, mine} = this.#conflict;
    return html`
      <form @submit=${(event) => this.#overwrite(event)}>
        <div class="notice warn" role="alert">${icon("warning")}<p>This measurement was changed elsewhere while you edited it. Which version do you want to keep?</p></div>
        <div class="versions">
          ${this.#version("Saved elsewhere", {...theirs.entered, ...pick(theirs)})}
          ${this.#version("Yours", mine)}
        </div>
        <div class="button-row">
          <button type="button" class="button" @click=${() => this.#done(theirs)}>Keep the other</button>
          <button type="submit" class="button primary">Keep mine</button>
        </div>
      </form>`;
  }

  #version(title, {value, unit, localDate, note}) {
    const {person} = this.given;
    return html`
      <section>
        <h3>${title}</h3>
        <p class="figure-value">${withUnit(person.asEntered(value), unit)}</p>
        <p class="soft">${person.day(localDate)}</p>
        ${note ? html`<p class="version-note">${note}</p>` : nothing}
      </section>`;
  }
}

const pick = ({localDate, note}) => ({localDate, note});

customElements.define("measurement-dialog", MeasurementDialog);
