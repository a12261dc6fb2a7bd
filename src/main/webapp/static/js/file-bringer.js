import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {query, SignedOut} from "./api.js";
import {icon} from "./icon.js";
import {fileProblem} from "./import-words.js";
import {upload} from "./upload.js";
import {View} from "./view.js";

const KILO = 1_000;
const CALLED_OFF = "called off";

/** A file is chosen or dropped and goes to the server. Given: `{person}`. It tells of what the server made of it by `filebrought`. */
class FileBringer extends View {
  #file = null;
  #sent = 0;
  #problem = "";
  #signedOut = false;
  #again = false;
  #going = null;
  #over = false;

  connectedCallback() {
    super.connectedCallback();
    // A file that is dropped beside the place for it would replace the page.
    for (const type of ["dragover", "drop"]) document.addEventListener(type, this.#keepThePage);
  }

  disconnectedCallback() {
    for (const type of ["dragover", "drop"]) document.removeEventListener(type, this.#keepThePage);
    this.#going?.abort(CALLED_OFF);
  }

  #keepThePage = (event) => event.preventDefault();

  #chosen(event) {
    const [file] = event.target.files;
    if (file) this.#bring(file);
    event.target.value = ""; // the same file can be chosen once more, after it was put right
  }

  #dropped(event) {
    event.preventDefault();
    this.#over = false;
    const {files} = event.dataTransfer;
    if (files.length === 1) this.#bring(files[0]);
    else this.#fail(files.length ? "One file at a time, please." : "That is no file.");
  }

  #fail(words) {
    this.#problem = words;
    this.#signedOut = false;
    this.#again = false;
    this.refresh();
  }

  async #bring(file) {
    this.#file = file;
    if (!file.size) return this.#fail(`${file.name} is empty. Export it anew from the other program.`);
    this.#fail("");
    this.#sent = 0;
    this.#going = new AbortController();
    const {signal} = this.#going;
    await this.refresh();
    this.querySelector(".file-cancel").focus();
    try {
      const brought = await upload(`/imports${query({name: file.name.slice(0, 200)})}`, file, {signal, progress: (sent) => this.#progress(sent)});
      this.dispatchEvent(new CustomEvent("filebrought", {bubbles: true, detail: brought}));
    } catch (problem) {
      if (problem !== CALLED_OFF) {
        if (!problem.title) throw problem;
        this.#signedOut = problem instanceof SignedOut;
        this.#again = ![413, 415, 422].includes(problem.status); // what is wrong with the file itself stays wrong
        this.#problem = fileProblem(problem);
      }
    } finally {
      this.#going = null;
    }
    await this.refresh();
    this.querySelector(this.#again ? ".file-again" : "input")?.focus();
  }

  #progress(sent) {
    this.#sent = sent;
    this.refresh();
  }

  template() {
    return html`
      <div role="alert">${this.#problem ? this.#failed() : nothing}</div>
      ${this.#going ? this.#sending() : this.#choice()}`;
  }

  #failed() {
    return html`
      <div class="notice bad form-problem">${icon("warning")}<div><p>${this.#problem} ${this.#signedOut ? html`<a href="/sign-in/" target="_blank">Sign in</a>` : nothing}</p>
        ${this.#again ? html`<button type="button" class="button file-again" @click=${() => this.#bring(this.#file)}>Try ${this.#file.name} again</button>` : nothing}</div></div>`;
  }

  #choice() {
    return html`
      <div class="file-place" data-over=${this.#over} @dragover=${() => this.#drag(true)} @dragleave=${() => this.#drag(false)} @drop=${(event) => this.#dropped(event)}>
        ${icon("import")}
        <p class="file-lead">Drop a CSV file here, or</p>
        <input id="file" class="visually-hidden" type="file" accept=".csv,.txt,text/csv,text/plain" aria-describedby="file-hint" @change=${(event) => this.#chosen(event)}>
        <label for="file" class="button primary">Choose a file</label>
        <p class="soft small" id="file-hint">You see what is in it before anything is added.</p>
      </div>`;
  }

  #drag(over) {
    if (over === this.#over) return;
    this.#over = over;
    this.refresh();
  }

  #sending() {
    const {name, size} = this.#file;
    const reading = this.#sent >= size;
    return html`
      <div class="file-place">
        <p class="file-name"><strong>${name}</strong></p>
        <progress aria-label="Sending ${name}" max=${size} value=${reading ? nothing : this.#sent}></progress>
        <p class="soft small" role="status">${reading ? "It is there. Now it is read…" : `${this.#bytes(this.#sent)} of ${this.#bytes(size)}`}</p>
        <button type="button" class="button file-cancel" @click=${() => this.#going.abort(CALLED_OFF)}>Cancel</button>
      </div>`;
  }

  #bytes(count) {
    const {person} = this.given;
    const [number, unit, decimals] = count < KILO ? [count, "B", 0] : count < KILO * KILO ? [count / KILO, "kB", 0] : [count / KILO / KILO, "MB", 1];
    return `${person.number(number, decimals)}\u00a0${unit}`;
  }
}

customElements.define("file-bringer", FileBringer);
