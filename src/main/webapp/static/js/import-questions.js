import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {FormView} from "./form.js";
import {withUnit} from "./person.js";

const withoutUnit = {
  mass: "Weights stand there without a unit. Which is it?", length: "Lengths stand there without a unit. Which is it?",
  distance: "Distances stand there without a unit. Which is it?", temperature: "Temperatures stand there without a unit. Which is it?",
  glucose: "Blood sugar stands there without a unit. Which is it?", duration: "Durations stand there without a unit. Which is it?",
};

const orders = {"day-first": "Day first", "month-first": "Month first"};
const marks = {point: "The point", comma: "The comma"};

/** Without marks between thousands, which are what is asked about. */
const ungrouped = (locale) => new Intl.NumberFormat(locale, {useGrouping: false, maximumFractionDigits: 6});

/** What a file leaves open about how it is written. Given: `{person, questions, answers, answer}`; `answer` takes what was said. */
export class ImportQuestions extends FormView {
  /** A choice that is lost is made again in a moment. */
  get unsaved() {
    return false;
  }

  async #answer(data) {
    const {questions, answers, answer} = this.given;
    const said = {...answers, units: {...answers.units}};
    const missing = questions.find(({about}) => !data.get(about));
    if (missing) {
      this.problem = "Please answer every question; a guess could put a year of training on the wrong days.";
      await this.refresh();
      this.querySelector(`input[name="${missing.about}"]`).focus();
      return;
    }
    for (const {about} of questions) {
      if (about === "dates" || about === "decimals") said[about] = data.get(about);
      else said.units[about] = data.get(about);
    }
    await answer(said);
  }

  template() {
    const {questions} = this.given;
    return html`
      <form novalidate @submit=${(event) => this.submit(event, (data) => this.#answer(data))}>
        <div class="questions">${questions.map((question) => this.#question(question))}</div>
        ${this.problemNotice()}
        <div class="button-row">${this.submitButton("Continue", "Reading the file…")}</div>
      </form>`;
  }

  #question({about, examples, options}) {
    const title = about === "dates" ? "In which order do its dates stand?" : about === "decimals" ? "What stands before the decimals?" : withoutUnit[about] ?? `Values of ${about} stand there without a unit. Which is it?`;
    return html`
      <fieldset class="question">
        <legend>${title}</legend>
        ${examples.length ? html`<p class="soft small">It says, for example, ${examples.map((example, index) => html`${index ? ", " : nothing}<span class="example">${example}</span>`)}.</p>` : nothing}
        ${options.map((option) => html`
          <label class="option"><input type="radio" name=${about} value=${option}>
            <span><strong>${this.#named(about, option)}</strong>${this.#read(about, option, examples[0])}</span></label>`)}
      </fieldset>`;
  }

  #named(about, option) {
    return about === "dates" ? orders[option] : about === "decimals" ? marks[option] : option;
  }

  /** How the first example would be read. */
  #read(about, option, example) {
    if (!example) return nothing;
    if (about !== "dates" && about !== "decimals") return html`<span class="soft"> ${withUnit(this.given.person.asEntered(Number(example)), option)}</span>`;
    const read = about === "dates" ? this.#date(option, example) : this.#number(option, example);
    return read ? html`<span class="soft"> ${example} is ${read}</span>` : nothing;
  }

  #date(option, example) {
    const found = /(\d{1,2})\D+(\d{1,2})\D+(\d{4}|\d{2})/.exec(example);
    if (!found) return "";
    const [day, month] = option === "day-first" ? [found[1], found[2]] : [found[2], found[1]];
    const year = found[3].length === 4 ? found[3] : `20${found[3]}`;
    return this.given.person.day(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, {dateStyle: "long"});
  }

  #number(option, example) {
    const plain = option === "comma" ? example.replaceAll(".", "").replace(",", ".") : example.replaceAll(",", "");
    const number = Number(plain.replaceAll(/[\s'’]/g, ""));
    return Number.isNaN(number) ? "" : ungrouped(this.given.person.profile.locale).format(number);
  }
}

customElements.define("import-questions", ImportQuestions);
