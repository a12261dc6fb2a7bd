import {html} from "../vendor/lit-html/lit-html.js";
import {massUnit, weightIn} from "./mass.js";
import {withUnit} from "./person.js";
import {platesInWords, racks} from "./plates.js";
import {parseNumber} from "./units.js";
import {View} from "./view.js";

/** Which plates make up a weight, in the person's unit. Given: `{person}`. */
class PlateDialog extends View {
  #unit = "kg";
  #weight = "";
  #bar = 20;

  /** @param set whose weight it begins with, if it has one */
  async open(set) {
    const {person} = this.given;
    this.#unit = massUnit(person);
    this.#weight = set?.weight === undefined ? "" : person.asTyped(weightIn(person, set));
    [this.#bar] = racks[this.#unit].bars;
    await this.refresh();
    this.querySelector("dialog").showModal();
  }

  template() {
    const weight = parseNumber(this.#weight);
    return html`
      <dialog aria-labelledby="plate-title">
        <h2 id="plate-title">Plates</h2>
        <div class="fields short">
          <div class="field"><label for="plate-weight">Weight</label><div class="field-control with-unit">
            <input id="plate-weight" inputmode="decimal" autocomplete="off" maxlength="8" .value=${this.#weight} @input=${(event) => { this.#weight = event.target.value; this.refresh(); }}>
            <span class="field-unit">${this.#unit}</span></div></div>
          <div class="field"><label for="plate-bar">Bar</label><div class="field-control">
            <select id="plate-bar" @change=${(event) => { this.#bar = Number(event.target.value); this.refresh(); }}>
              ${racks[this.#unit].bars.map((bar) => html`<option value=${bar} .selected=${bar === this.#bar}>${bar ? withUnit(String(bar), this.#unit) : "None"}</option>`)}
            </select></div></div>
        </div>
        <p class="plates" role="status">${platesInWords(this.given.person, weight, this.#bar, this.#unit)}</p>
        <div class="button-row"><button type="button" class="button" @click=${() => this.querySelector("dialog").close()}>Close</button></div>
      </dialog>`;
  }
}

customElements.define("plate-dialog", PlateDialog);
