import {html} from "../vendor/lit-html/lit-html.js";
import {icon} from "./icon.js";
import {toast} from "./toast.js";

/** Something shown this once, with a button that copies it. */
export const secret = (text, label) => html`
  <div class="secret">
    <code aria-label=${label} tabindex="0" role="textbox" aria-readonly="true" @focus=${({currentTarget}) => getSelection().selectAllChildren(currentTarget)}>${text}</code>
    <button type="button" class="button" @click=${() => copy(text)}>${icon("copy")}Copy</button>
  </div>`;

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied");
  } catch {
    // The clipboard needs HTTPS or localhost, and leave to write.
    toast("This browser does not allow copying from here. Select the text and copy it yourself.");
  }
}
