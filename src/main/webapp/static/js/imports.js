import {html} from "../vendor/lit-html/lit-html.js";
import "./file-bringer.js";
import "./import-detail.js";
import "./import-list.js";
import "./shell.js";
import {icon} from "./icon.js";
import {importSources} from "./import-sources.js";
import {requireSession} from "./session.js";
import {sheet} from "./sheet.js";
import {failedRoom} from "./states.js";
import {View} from "./view.js";

/** Bring one's history and take it along: the files, or the one import whose `id` stands in the address. */
class ImportsRoom extends View {
  #person = null;
  #problem = null;
  #given = null;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("filebrought", ({detail}) => this.#brought(detail));
    addEventListener("popstate", () => location.reload());
    this.#load();
  }

  async #load() {
    try {
      this.#person = await requireSession();
      this.#given = {person: this.#person, id: new URLSearchParams(location.search).get("id")};
    } catch (problem) {
      this.#problem = problem;
    }
    this.refresh();
  }

  /** The address is the import's from here on, so that a reload comes back to it. */
  async #brought(brought) {
    history.pushState(null, "", `?id=${brought.id}`);
    this.#given = {person: this.#person, id: brought.id, brought};
    await this.refresh();
    scrollTo(0, 0);
    await this.querySelector("import-detail").refresh();
    await this.querySelector("import-detail").refresh();
    this.querySelector("import-detail h2")?.focus();
  }

  template() {
    if (!this.#person) return this.#problem ? failedRoom("Import", this.#problem) : null;
    if (this.#given.id) return html`<import-detail .given=${this.#given}></import-detail>`;
    return html`
      <div class="page-head"><h1>Import</h1></div>
      <div class="imports">
        <div class="imports-main">
          <section class="sheet" aria-labelledby="bring">
            <div class="sheet-head"><h2 id="bring">Bring your history</h2>
              <p>Years of training and measurements from another program, with everything it wrote down.</p></div>
            <file-bringer .given=${this.#given}></file-bringer>
          </section>
          ${sheet("earlier", "Earlier imports", html`<import-list .given=${this.#given}></import-list>`)}
        </div>
        <div class="imports-side">
          ${sheet("sources", "Where to get the file", importSources())}
          ${sheet("exports", "Take it along", this.#exports(),
            "Everything is yours. These files open in any spreadsheet, and can be imported again.")}
        </div>
      </div>`;
  }

  #exports() {
    return html`
      <ul class="rows">
        <li><div class="what"><strong>Workouts</strong>
          <p>A row for each set, with its weight as you entered it, and what you noted of the session</p></div>
          <a class="button" href="/api/v1/exports/workouts.csv" download>${icon("import")}Workouts as CSV</a></li>
        <li><div class="what"><strong>Measurements</strong><p>A row for each value, with its day, time, unit and note</p></div>
          <a class="button" href="/api/v1/exports/measurements.csv" download>${icon("import")}Measurements as CSV</a></li>
      </ul>`;
  }
}

customElements.define("imports-room", ImportsRoom);
