import {html} from "../vendor/lit-html/lit-html.js";
import {Problem, request} from "./api.js";
import {FormView} from "./form.js";
import {Person, withUnit} from "./person.js";
import {toast} from "./toast.js";
import {limitsIn, parseNumber} from "./units.js";
import {preferredUnits, unitOf} from "./vocabulary.js";

/** The range of a height in metres, as the server has it. */
const [LOWEST, HIGHEST] = [0.5, 2.75];

const metresOf = (text, length) => Number((parseNumber(text) * unitOf(length).factor).toFixed(4));

const locales = [
  "de-AT", "de-CH", "de-DE", "en-AU", "en-CA", "en-GB", "en-IE", "en-IN", "en-NZ", "en-US", "es-ES", "es-MX",
  "fr-CA", "fr-CH", "fr-FR", "it-IT", "nl-NL", "pl-PL", "pt-BR", "pt-PT", "sv-SE",
];

const same = (words) => [words, words];

/** Who one is and how one wants numbers shown. Given: `{person}`; it tells everybody of a change by `profilechange`. */
class ProfileForm extends FormView {
  #length = null;

  async #save(data, form) {
    const {profile} = this.given.person;
    const units = Object.fromEntries(["mass", "length", "temperature", "glucose"].map((name) => [name, data.get(name)]));
    const body = {
      displayName: data.get("displayName").trim(), zone: data.get("zone"), locale: data.get("locale"), units,
      birthDate: data.get("birthDate") || undefined, height: this.#height(data.get("height").trim(), units.length),
      sexAtBirth: data.get("sexAtBirth") || undefined,
    };
    try {
      const {body: saved} = await request("PUT", "/profile", {body, ifMatch: `"${profile.version}"`});
      this.#tell(saved);
      if (form.elements.height.value === data.get("height")) {
        form.elements.height.value = this.#shownHeight(saved.height, units.length);
      }
      toast("Profile saved");
    } catch (problem) {
      if (problem.status !== 412 || !problem.current) throw problem;
      // Take over the version but not the values: what was typed stays, and the next save is a deliberate one.
      this.#tell({...profile, version: problem.current.version});
      throw new Problem({
        title: "The profile was changed elsewhere",
        detail: "Save again to keep your version, or reload the page to see the other",
      });
    }
  }

  /** Typed in the unit it was shown in; untouched it stays what it was, to the last digit. */
  #height(text, length) {
    const {height} = this.given.person.profile;
    if (!text) return undefined;
    if (text === this.#shownHeight(height, length)) return height;
    const metres = metresOf(text, length);
    if (Number.isNaN(metres)) {
      throw Problem.invalid([{field: "height", message: `Enter a number in ${length}, or leave it empty`}]);
    }
    if (metres < LOWEST || metres > HIGHEST) throw Problem.invalid([{field: "height", message: this.#limits(length)}]);
    return metres;
  }

  #limits(length) {
    const [low, high] = limitsIn({factor: unitOf(length).factor, offset: 0, decimals: 1}, LOWEST, HIGHEST);
    return `Must be from ${this.given.person.asEntered(low)} to ${withUnit(this.given.person.asEntered(high), length)}`;
  }

  #shownHeight(height, length) {
    return height === undefined ? "" : this.given.person.asEntered(Number((height / unitOf(length).factor).toFixed(1)));
  }

  /** The height in the form follows the unit chosen beside it. */
  #measureIn(length, input) {
    const {profile} = this.given.person;
    const before = this.#length ?? profile.units.length;
    // What is no number stays as it stands, to be told so when it is saved.
    if (input.value === this.#shownHeight(profile.height, before)) input.value = this.#shownHeight(profile.height, length);
    else if (!Number.isNaN(parseNumber(input.value))) input.value = this.#shownHeight(metresOf(input.value, before), length);
    this.#length = length;
    this.refresh();
  }

  #tell(profile) {
    document.dispatchEvent(new CustomEvent("profilechange", {detail: new Person(profile)}));
  }

  template() {
    const {profile, today} = this.given.person;
    const length = this.#length ?? profile.units.length;
    return html`
      <form novalidate @submit=${(event) => this.submit(event, (data, form) => this.#save(data, form))}>
        <div class="fields">
          ${this.input("displayName", "Display name", {value: profile.displayName, autocomplete: "name", maxlength: 100})}
          ${this.select("zone", "Time zone", zones(profile.zone).map(same),
            {value: profile.zone, hint: "It decides which day it is for you."})}
          ${this.select("locale", "Numbers and dates", localesWith(profile.locale), {value: profile.locale})}
        </div>
        <fieldset>
          <legend class="fieldset-title">Units</legend>
          <div class="fields short">
            ${this.select("mass", "Mass", preferredUnits("mass").map(same), {value: profile.units.mass})}
            ${this.select("length", "Length", preferredUnits("length").map(same), {
              hint: "Distances go with it: km or miles.", value: profile.units.length,
              changed: ({target}) => this.#measureIn(target.value, target.form.elements.height),
            })}
            ${this.select("temperature", "Temperature", preferredUnits("temperature").map(same),
              {value: profile.units.temperature})}
            ${this.select("glucose", "Blood glucose", preferredUnits("glucose").map(same), {value: profile.units.glucose})}
          </div>
        </fieldset>
        <fieldset>
          <legend class="fieldset-title">For the formulas</legend>
          <p class="soft small fieldset-lead">Optional. Body mass index needs your height. Estimates such as resting energy also
            need your age and sex at birth, because their formulas differ by these. Each figure says what it still needs.</p>
          <div class="fields">
            ${this.input("birthDate", "Birth date",
              {type: "date", value: profile.birthDate, min: "1900-01-01", max: today, autocomplete: "bday"})}
            ${this.input("height", "Height", {
              value: this.#shownHeight(profile.height, profile.units.length), unit: length, inputmode: "decimal", maxlength: 10,
            })}
            ${this.select("sexAtBirth", "Sex at birth", [["", "Prefer not to say"], ["female", "Female"], ["male", "Male"]],
              {value: profile.sexAtBirth ?? ""})}
          </div>
        </fieldset>
        ${this.problemNotice()}
        <div class="button-row">${this.submitButton("Save profile", "Saving…")}</div>
      </form>`;
  }
}

/** The browser's zones and the account's own, which may be older or newer than the browser. */
const zones = (own) => [...new Set([own, "UTC", ...Intl.supportedValuesOf("timeZone")])].sort();

function localesWith(own) {
  const names = new Intl.DisplayNames("en", {type: "language"});
  return [...new Set([own, ...locales])]
    .map((tag) => [tag, `${names.of(tag)}: ${new Intl.NumberFormat(tag).format(1234.5)}`])
    .sort(([, one], [, other]) => one.localeCompare(other, "en"));
}

customElements.define("profile-form", ProfileForm);
