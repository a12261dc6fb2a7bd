import {html} from "../vendor/lit-html/lit-html.js";
import {remove, request} from "./api.js";
import {icon} from "./icon.js";
import {toast} from "./toast.js";

/** Marks an exercise, or takes the mark away; returns whether that is so now. */
export async function favour({id}, favourite) {
  try {
    const path = `/exercises/${id}/favourite`;
    await (favourite ? request("PUT", path) : remove(path));
    return true;
  } catch (problem) {
    toast(problem.words);
    return false;
  }
}

export const star = ({name, favourite}, press) => html`
  <button type="button" class="icon-button star" aria-pressed=${favourite} aria-label="Favourite ${name}" @click=${press}>${icon("star")}</button>`;
