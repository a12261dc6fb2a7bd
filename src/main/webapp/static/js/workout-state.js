import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {aheadInWords} from "./clock.js";
import {icon} from "./icon.js";

const words = {saved: "Saved", waiting: "Saving…", saving: "Saving…"};

/** Whether a workout is safe, in words; and where somebody saved another version meanwhile, the choice between the two. */
export const saveState = (keeper) => html`
  <div class="save-state" role="status">${keeper.state === "failed" ? (isAhead(keeper.problem) ? ahead(keeper) : html`
    <div class="notice warn">${icon("warning")}<p>${keeper.problem.words} What you wrote is kept on this device.</p></div>`)
    : html`<p class="soft small">${words[keeper.state] ?? nothing}</p>`}</div>
  ${keeper.state === "conflict" ? choice(keeper) : nothing}`;

const isAhead = ({status, violations}) => status === 422 && violations.length > 0 && violations.every(({field}) => field === "startedAt" || field === "endedAt") && aheadInWords() !== "";

const ahead = (keeper) => html`
  <div class="notice warn save-choice">${icon("warning")}
    <div><p>This device’s clock is ${aheadInWords()} ahead, so that the workout would begin later than now. What you wrote is kept on this device.</p>
      <div class="button-row"><button type="button" class="button primary" @click=${() => keeper.putClockRight()}>Put its times right and save</button></div></div>
  </div>`;

const choice = (keeper) => html`
  <div class="notice warn save-choice" role="alert">${icon("warning")}
    <div><p>This workout was changed elsewhere meanwhile, to ${counted(keeper.theirs)}; here it has ${counted(keeper.workout)}. Which one shall stand?</p>
      <div class="button-row">
        <button type="button" class="button" @click=${() => keeper.settle(false)}>The one saved elsewhere</button>
        <button type="button" class="button primary" @click=${() => keeper.settle(true)}>Mine</button>
      </div></div>
  </div>`;

function counted({exercises}) {
  const sets = exercises.flatMap((exercise) => exercise.sets).length;
  return `${exercises.length === 1 ? "1 exercise" : `${exercises.length} exercises`} and ${sets === 1 ? "1 set" : `${sets} sets`}`;
}
