import {html} from "../vendor/lit-html/lit-html.js";
import {post, Problem, remove} from "./api.js";
import {FormView} from "./form.js";
import {icon} from "./icon.js";
import {withUnit} from "./person.js";
import {toast} from "./toast.js";
import {parseNumber} from "./units.js";

/** What one measures beyond the catalogue. Given: `{person, metrics}`; it tells of a change by `metricschange`. */
class OwnMetrics extends FormView {
  async #add(data, form) {
    const limit = (name) => {
      const text = data.get(name).trim();
      if (!text) return undefined;
      const value = parseNumber(text);
      if (Number.isNaN(value)) throw Problem.invalid([{field: name, message: "Enter a number, or leave it empty"}]);
      return value;
    };
    const metric = await post("/metrics", {
      name: data.get("name").trim(), unit: data.get("unit").trim(), low: limit("low"), high: limit("high"), decimals: Number(data.get("decimals")),
    });
    this.clear(form, data);
    toast(`Added ${metric.name}`);
    this.#tell();
  }

  async #remove({key, name}) {
    try {
      await remove(`/metrics/${encodeURIComponent(key)}`);
      toast(`Removed ${name}`);
      this.#tell();
    } catch (problem) {
      toast(problem.status === 409 ? `${name} still has measurements. Delete them first.` : problem.words);
    }
  }

  #tell() {
    this.dispatchEvent(new CustomEvent("metricschange", {bubbles: true}));
  }

  template() {
    const own = this.given.metrics.filter(({builtIn}) => !builtIn);
    return html`
      ${own.length ? html`<ul class="rows">${own.map((metric) => this.#row(metric))}</ul>` : html`<p class="soft">None yet. Add anything that is missing from the list, such as grip strength or cups of tea.</p>`}
      <details class="disclosure own-metric">
        <summary>Add a metric of your own</summary>
        <form novalidate autocomplete="off" @submit=${(event) => this.submit(event, (data, form) => this.#add(data, form))}>
          ${this.problemNotice()}
          <div class="fields">
            ${this.input("name", "Metric name", {maxlength: 60})}
            ${this.input("unit", "Metric unit", {hint: "As you would write it, such as kg or cups. Leave it empty for a plain number.", maxlength: 20})}
            ${this.input("low", "Lowest value", {inputmode: "decimal", hint: "Optional. Values below it are refused."})}
            ${this.input("high", "Highest value", {inputmode: "decimal", hint: "Optional. Values above it are refused."})}
            ${this.select("decimals", "Decimals", ["0", "1", "2", "3", "4"].map((digits) => [digits, digits]), {value: "1"})}
          </div>
          <div class="button-row">${this.submitButton("Add metric", "Adding…")}</div>
        </form>
      </details>`;
  }

  #row(metric) {
    const {person} = this.given;
    const range = `${person.asEntered(metric.low)} to ${withUnit(person.asEntered(metric.high), metric.unit)}`;
    return html`
      <li>
        <div class="what"><strong>${metric.name}</strong><p>${range}</p></div>
        <button type="button" class="icon-button" aria-label="Remove ${metric.name}" @click=${() => this.#remove(metric)}>${icon("trash")}</button>
      </li>`;
  }
}

customElements.define("own-metrics", OwnMetrics);
