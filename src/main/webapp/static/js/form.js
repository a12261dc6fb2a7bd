import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {Problem, SignedOut} from "./api.js";
import {icon} from "./icon.js";
import {View} from "./view.js";

/** What the server says of a field, "is not your password", as a sentence beside it. */
const sentence = (message) => (/^(is|has) /.test(message) ? `This ${message}` : message[0].toUpperCase() + message.slice(1));

/** Whether an input holds something else than it began with. */
export function isChanged({name, type, value, defaultValue, options}) {
  if (!name || type === "hidden") return false;
  const initial = defaultValue ?? ([...options].find(({defaultSelected}) => defaultSelected) ?? options[0]).value;
  return value !== initial;
}

/** What a form asks before it saves, in the shape of a problem: its violations are questions, not objections. */
export class Question extends Problem {
  constructor(violations) {
    super({title: "Please look at these values again", violations});
  }
}

/** A longer unit leaves no room for a number in half a phone's width. */
const SHORT_UNIT = 6;

/** Opens whatever folds an input away. */
export function reveal(input) {
  for (let details = input.closest("details"); details; details = details.parentElement.closest("details")) details.open = true;
}

/**
 * A view with a form. The inputs keep what was typed: drawing again only changes what is said beside them, so a failed
 * save loses nothing.
 */
export class FormView extends View {
  busy = false;
  problem = "";
  #signedOut = false;
  #errors = new Map();
  #questions = new Map();
  #required = new Map();

  /** The server's name of a field to the name of the input it belongs to. */
  inputOf(field) {
    return field;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("beforeunload", this.#warn);
  }

  disconnectedCallback() {
    removeEventListener("beforeunload", this.#warn);
  }

  #warn = (event) => {
    if (this.unsaved) event.preventDefault();
  };

  /** Whether leaving the page would lose something typed. */
  get unsaved() {
    return [...this.querySelectorAll("form")].some((form) => !form.closest("dialog:not([open])") && [...form.elements].some(isChanged));
  }

  /** Begins again after `sent` was saved; what has been typed since then stays. */
  clear(form, sent) {
    const typedSince = [...form.elements]
      .filter(({name, value}) => sent.has(name) && value !== sent.get(name))
      .map((input) => [input, input.value]);
    form.reset();
    for (const [input, value] of typedSince) input.value = value;
  }

  /** Runs `save` with the form's data, once at a time, and puts what is wrong beside the fields it is about. */
  async submit(event, save) {
    event.preventDefault();
    if (this.busy) return;
    const form = event.currentTarget;
    this.busy = true;
    this.forgive();
    try {
      this.#requireFilled(form);
      await save(new FormData(form), form);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.blame(problem, form);
    } finally {
      this.busy = false;
    }
    await this.refresh();
    if (this.#errors.size || this.#questions.size) this.#focusFirst(form);
  }

  #requireFilled({elements}) {
    const empty = [...this.#required].filter(([name]) => elements.namedItem(name)?.value.trim() === "");
    if (empty.length) throw Problem.invalid(empty.map(([field, message]) => ({field, message})));
  }

  forgive() {
    this.#errors = new Map();
    this.#questions = new Map();
    this.problem = "";
    this.#signedOut = false;
    this.refresh();
  }

  /** Puts what is wrong beside the fields it is about, the next time the form is drawn. */
  blame(problem, form) {
    const strays = [];
    const beside = problem instanceof Question ? this.#questions : this.#errors;
    for (const {field, message} of problem.violations) {
      const name = this.inputOf(field);
      if (form.elements.namedItem(name)) beside.set(name, sentence(message));
      else strays.push(`${sentence(message)}.`.replace(/([.!?])\.$/, "$1"));
    }
    this.#signedOut = problem instanceof SignedOut;
    this.problem = strays.join(" ") || (beside.size ? "" : problem.words);
  }

  #focusFirst(form) {
    const input = [...form.elements].find(({name}) => this.#errors.has(name) || this.#questions.has(name));
    if (!input) return;
    reveal(input);
    input.focus();
  }

  problemNotice() {
    return html`<div role="alert">${this.problem
      ? html`<div class="notice bad form-problem">${icon("warning")}<p>${this.problem}
        ${this.#signedOut ? html`<a href="/sign-in/" target="_blank">Sign in</a>` : nothing}</p></div>` : nothing}</div>`;
  }

  submitButton(words, whileBusy) {
    return html`<button type="submit" class="button primary" aria-disabled=${this.busy}>${this.busy ? whileBusy : words}</button>`;
  }

  /** A labelled input: `unit` stands inside its right end, `whole` takes the form's full width, `required` says what to enter. */
  input(name, label, {type = "text", value = "", hint, unit = "", whole = unit.length > SHORT_UNIT, required, ...rest} = {}) {
    if (required) this.#required.set(name, required);
    return this.#field(name, label, {hint, unit, whole}, (id, described, invalid) => html`
      <div class="field-control ${unit ? "with-unit" : ""}">
        <input id=${id} name=${name} type=${type} value=${value} aria-describedby=${described} aria-invalid=${invalid}
          autocomplete=${rest.autocomplete ?? "off"} inputmode=${rest.inputmode ?? nothing} autocapitalize=${rest.autocapitalize ?? nothing}
          min=${rest.min ?? nothing} max=${rest.max ?? nothing} maxlength=${rest.maxlength ?? nothing}
          ?required=${Boolean(required)} ?autofocus=${rest.autofocus}>
        ${unit ? html`<span class="field-unit ${unit.length > SHORT_UNIT ? "long" : ""}" id="${id}-unit">${unit}</span>` : nothing}
      </div>`);
  }

  /** `options` are `[value, words]`. */
  select(name, label, options, {value, hint, whole = false, changed, disabled = false} = {}) {
    return this.#field(name, label, {hint, whole}, (id, described, invalid) => html`
      <div class="field-control">
        <select id=${id} name=${name} aria-describedby=${described} aria-invalid=${invalid} ?disabled=${disabled} @change=${changed ?? nothing}>
          ${options.map(([key, words]) => html`<option value=${key} ?selected=${key === value}>${words}</option>`)}
        </select>
      </div>`);
  }

  textarea(name, label, {value = "", hint, maxlength} = {}) {
    return this.#field(name, label, {hint, whole: true}, (id, described, invalid) => html`
      <textarea id=${id} name=${name} rows="3" maxlength=${maxlength ?? nothing} aria-describedby=${described} aria-invalid=${invalid}
        .defaultValue=${value}></textarea>`);
  }

  #field(name, label, {hint, unit, whole}, control) {
    const id = `${this.localName}-${name}`;
    const error = this.#errors.get(name);
    const question = this.#questions.get(name);
    const described = [unit && `${id}-unit`, hint && `${id}-hint`, question && `${id}-question`, error && `${id}-error`].filter(Boolean).join(" ") || nothing;
    return html`
      <div class="field ${whole ? "whole" : ""}">
        <label for=${id}>${label}</label>
        ${control(id, described, error ? "true" : nothing)}
        ${hint ? html`<p class="field-hint" id="${id}-hint">${hint}</p>` : nothing}
        ${question ? html`<p class="field-question" id="${id}-question">${icon("info")}<span>${question}</span></p>` : nothing}
        ${error ? html`<p class="field-error" id="${id}-error">${icon("warning")}<span>${error}</span></p>` : nothing}
      </div>`;
  }
}
