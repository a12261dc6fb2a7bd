import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {post, remove} from "./api.js";
import {icon} from "./icon.js";
import {Listed} from "./listed.js";
import {ruleName} from "./prescription.js";
import {sheet} from "./sheet.js";
import {titled} from "./terms.js";
import {toast} from "./toast.js";

export const count = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`;

/** The programs there are to follow, one's own first. Given: `{person}`. */
class ProgramList extends Listed {
  path = "/programs?limit=200";

  async #delete({id, name}) {
    try {
      await remove(`/programs/${id}`);
      toast(`Deleted ${name}`, {label: "Undo", run: () => this.act(() => post(`/programs/${id}/restoration`), `Restored ${name}`)});
      await this.load();
    } catch (problem) {
      toast(problem.words);
    }
  }

  list(items) {
    return html`
      <ul class="rows program-rows">${items.map((item) => this.#row(item))}</ul>
      ${this.olderButton("Load more programs")}`;
  }

  #row(item) {
    const {id, shipped, name, summary, level, daysPerWeek, weeks, rules} = item;
    const about = [level && titled(level), `${count(daysPerWeek, "day")} a week`, count(weeks, "week"), ruleName(rules[0])].filter(Boolean).join(" · ");
    return html`
      <li>
        <a class="what" href="/programs/?id=${id}"><strong>${name}</strong>${shipped ? nothing : html` <span class="badge">Your own</span>`}
          ${summary ? html`<span class="about">${summary}</span>` : nothing}
          <span class="soft small about">${about}</span></a>
        ${shipped ? nothing : html`<button type="button" class="icon-button" aria-label="Delete ${name}" @click=${() => this.#delete(item)}>${icon("trash")}</button>`}
      </li>`;
  }
}

customElements.define("program-list", ProgramList);

/** The programs that were followed before, where there are any. Given: `{person, enrolment}`. */
class ProgramHistory extends Listed {
  path = "/enrolments";

  received() {
    if (this.items) this.load();
  }

  template() {
    return this.items ? super.template() : nothing;
  }

  list(items, person) {
    const ended = items.filter(({state}) => state === "ended");
    if (!ended.length) return nothing;
    return sheet("before", "Followed before", html`<ul class="rows">${ended.map(({programName, startOn, lastOn, done, skipped}) => html`
      <li><div class="what"><strong>${programName}</strong>
        <p>${lastOn ? `${person.day(startOn)} to ${person.day(lastOn)}` : `Begun ${person.day(startOn)}`}</p></div>
        <p class="end number">${count(done, "session")}${skipped ? html`<span class="soft small before">${skipped} skipped</span>` : nothing}</p></li>`)}</ul>`);
  }
}

customElements.define("program-history", ProgramHistory);
