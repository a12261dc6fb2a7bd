import {html} from "../vendor/lit-html/lit-html.js";
import {icon} from "./icon.js";
import {ruleInWords, schemeInWords} from "./prescription.js";

/** An exercise of a session in the editor: pressed it is changed, and buttons move it or take it out. */
export const slotRow = ({person, slot, name, key, first, last, edit, move, remove}) => html`
  <li class="editor-slot" data-slot=${key}>
    <button type="button" class="editor-slot-words" @click=${edit}><strong>${name}</strong>
      <span class="editor-scheme">${schemeInWords(person, slot.rule)}${icon("edit")}</span><span class="soft small">${ruleInWords(person, slot.rule)}</span></button>
    <div class="editor-slot-actions">
      <button type="button" class="icon-button" data-label="up" aria-label="Move up ${name}" aria-disabled=${first} @click=${(event) => first || move(-1, event)}>${icon("up")}</button>
      <button type="button" class="icon-button" data-label="down" aria-label="Move down ${name}" aria-disabled=${last} @click=${(event) => last || move(1, event)}>${icon("down")}</button>
      <button type="button" class="icon-button" aria-label="Remove ${name}" @click=${remove}>${icon("trash")}</button>
    </div>
  </li>`;
