import {html, nothing, svg} from "../vendor/lit-html/lit-html.js";
import {bodies, shapes} from "./body-shapes.js";
import {inWords, titled} from "./terms.js";
import {View} from "./view.js";

const sides = {front: "Front", back: "Back"};
const muscles = [...new Set(shapes.map(([muscle]) => muscle))];

/**
 * A body from the front and from behind. Given: `{primary, secondary}`, the muscles that are lit; with `choosable`, which
 * says how many exercises each muscle has, a muscle is chosen by pointer, or by arrow keys and Enter, and told by
 * `musclechosen`: its name, or "" where it was chosen already.
 */
class BodyMap extends View {
  #at = null;

  template() {
    const {choosable, primary, secondary} = this.given;
    return choosable
      ? html`<div class="body-map" role="toolbar" aria-label="Muscles" @keydown=${(event) => this.#walk(event)}>${bodies.map((body) => this.#body(body))}</div>`
      : html`<div class="body-map" role="img" aria-label=${described(primary, secondary)}>${bodies.map((body) => this.#body(body))}</div>`;
  }

  #body([side, box, middle, outline]) {
    return html`
      <figure>
        <svg viewBox=${box} focusable="false">
          ${svg`<ellipse class="body-outline" cx=${middle} cy="76" rx="28" ry="36"></ellipse><path class="body-outline" d=${outline}></path>`}
          ${shapes.filter(([, of]) => of === side).map(([muscle, , drawn]) => this.#muscle(muscle, side, drawn))}
        </svg>
        <figcaption class="soft small">${sides[side]}</figcaption>
      </figure>`;
  }

  #muscle(muscle, side, outline) {
    const {primary = [], secondary = [], choosable} = this.given;
    const state = primary.includes(muscle) ? "primary" : secondary.includes(muscle) ? "secondary" : "rest";
    if (!choosable) return svg`<path class="muscle" data-state=${state} d=${outline}></path>`;
    // Who walks by keys meets each muscle once, on the side it is drawn on first.
    const met = shapes.find(([name]) => name === muscle)[1] === side;
    const current = (this.#at ?? primary[0] ?? muscles[0]) === muscle;
    const choose = () => this.#choose(muscle);
    const outlined = svg`<path class="muscle" data-state=${state} d=${outline}></path><title>${titled(muscle)}</title>`;
    if (!met) return svg`<g aria-hidden="true" class="muscle-button" @click=${choose}>${outlined}</g>`;
    return svg`
      <g role="button" class="muscle-button" data-muscle=${muscle} tabindex=${current ? "0" : "-1"} aria-pressed=${primary.includes(muscle)}
        aria-label="${titled(muscle)}, ${choosable.get(muscle) === 1 ? "1 exercise" : `${choosable.get(muscle) ?? 0} exercises`}" @click=${choose}>${outlined}</g>`;
  }

  #choose(muscle) {
    this.#at = muscle;
    const chosen = this.given.primary.includes(muscle) ? "" : muscle;
    this.dispatchEvent(new CustomEvent("musclechosen", {bubbles: true, detail: chosen}));
  }

  async #walk(event) {
    const here = muscles.indexOf(event.target.closest("[data-muscle]")?.dataset.muscle);
    const steps = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1};
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#choose(muscles[here]);
    } else if (steps[event.key]) {
      event.preventDefault();
      this.#at = muscles[(here + steps[event.key] + muscles.length) % muscles.length];
      await this.refresh();
      this.querySelector(`[data-muscle="${this.#at}"]`).focus();
    }
  }
}

function described(primary, secondary) {
  const first = primary.length ? `${inWords(primary)} first` : "No muscle first";
  return secondary.length ? `${first}, ${secondary.join(", ")} besides` : first;
}

export const legend = (secondary) => html`
  <ul class="plain legend small">
    <li><span class="swatch primary"></span>First</li>
    ${secondary ? html`<li><span class="swatch secondary"></span>Besides</li>` : nothing}
  </ul>`;

customElements.define("body-map", BodyMap);
