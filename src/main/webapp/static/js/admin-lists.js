import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {post, Problem, query, remove} from "./api.js";
import {secret} from "./copy.js";
import {FormView} from "./form.js";
import {icon} from "./icon.js";
import {Listed} from "./listed.js";
import {toast} from "./toast.js";

/** What the server writes between backticks is a command or a setting. */
const withCode = (text) => text.split("`").map((part, index) => (index % 2 ? html`<code>${part}</code>` : part));

/** How the parts of the program are. */
class PartList extends Listed {
  path = "/admin/health";

  list(parts) {
    return html`
      <ul class="rows">
        ${parts.map(({name, status, detail}) => html`
          <li>
            <div class="what"><strong class="part-name">${name}</strong>${detail ? html`<p>${withCode(detail)}</p>` : nothing}</div>
            <span class="badge ${status === "up" ? "good" : "bad"}">${status === "up" ? "Up" : "Down"}</span>
          </li>`)}
      </ul>
      <div class="button-row"><button type="button" class="button" @click=${() => this.load()}>Check again</button></div>`;
  }
}

const KINDS = {running: ["", "Running"], done: ["good", "Done"], failed: ["bad", "Failed"]};

const keyless = html`
  <div class="notice">${icon("info")}<div>
    <p>Backups are not set up yet. They are encrypted, and need a key for that.</p>
    <p>On the server, run <code>assistant secret --backup-key</code>, set <code>BACKUP_KEY</code> to what it prints, and restart
      the program. Keep a copy of the key somewhere else: without it no backup can be read.</p></div></div>`;

const sizeOf = (bytes) => {
  const [unit, factor] = bytes < 1e6 ? ["kilobyte", 1e3] : ["megabyte", 1e6];
  return new Intl.NumberFormat("en", {style: "unit", unit, maximumFractionDigits: 1}).format(bytes / factor);
};

/** The backups that the program made. While one runs it asks each second how far it is. */
class BackupList extends Listed {
  path = "/admin/backups";
  #timer = 0;

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  async load() {
    await super.load();
    clearTimeout(this.#timer);
    if (this.isConnected && this.#running()) this.#timer = setTimeout(() => this.load(), 1000);
  }

  #running() {
    return this.items?.[0]?.state === "running";
  }

  list(backups, person) {
    return html`
      ${backups.length ? html`<ul class="rows">${backups.map((backup) => this.#row(backup, person))}</ul>` : nothing}
      ${this.told.configured ? this.#button(backups) : keyless}`;
  }

  #button(backups) {
    return html`
      ${backups.length ? nothing : html`<p class="soft">None yet.</p>`}
      <div class="button-row"><button type="button" class="button" ?disabled=${this.#running()}
        @click=${() => this.act(() => post("/admin/backups"), "Backup started")}>Back up now</button></div>`;
  }

  #row({state, startedAt, finishedAt, step, file, size, error}, person) {
    const [tone, word] = KINDS[state];
    const seconds = finishedAt ? Math.max(1, Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000)) : 0;
    return html`
      <li>
        <div class="what">
          <strong>${person.moment(startedAt)}</strong>
          <p role=${state === "running" ? "status" : nothing}>${step ?? error ?? `${file} · ${sizeOf(size)} · ${seconds} s`}</p>
        </div>
        <span class="badge ${tone}">${word}</span>
      </li>`;
  }
}

class AccountList extends Listed {
  path = "/admin/accounts";
  #link = null;

  async #makeLink({id, name}) {
    try {
      const {token, expiresAt} = await post(`/admin/accounts/${id}/recovery-link`);
      this.#link = {name, expiresAt, text: `${location.origin}/reset/#${token}`};
    } catch (problem) {
      toast(problem.words);
    }
    await this.refresh();
    this.querySelector(".secret code")?.focus();
  }

  list(accounts, person) {
    return html`
      <div role="status">${this.#link ? html`
        <p>Give this link to <strong>${this.#link.name}</strong> and nobody else: whoever opens it can choose the password of that account.
          It works once, until ${person.moment(this.#link.expiresAt)}, and is never shown again.</p>
        ${secret(this.#link.text, "Password link")}` : nothing}</div>
      <ul class="rows">${accounts.map((account) => this.#row(account, person))}</ul>
      ${this.olderButton("Load older accounts")}
      <delete-account-dialog @accountdeleted=${() => this.load()}></delete-account-dialog>`;
  }

  #row(account, person) {
    const {id, name, role, status, createdAt, lastSeenAt, deletionAt} = account;
    const own = id === person.profile.id;
    const locked = status === "locked";
    return html`
      <li>
        <div class="what">
          <strong>${name}</strong>
          <p>since ${person.moment(createdAt)} · ${lastSeenAt ? `last seen ${person.moment(lastSeenAt)}` : "never seen"}</p>
        </div>
        ${role === "admin" ? html`<span class="badge">Administrator</span>` : nothing}
        ${own ? html`<span class="badge good">You</span>` : nothing}
        ${locked ? html`<span class="badge warn">Locked</span>` : nothing}
        ${deletionAt ? html`<span class="badge warn">Leaves ${person.moment(deletionAt)}</span>` : nothing}
        ${own ? nothing : html`<div class="row-actions">
          ${locked
            ? html`<button type="button" class="button" aria-label="Unlock ${name}"
              @click=${() => this.act(() => post(`/admin/accounts/${id}/unlock`), `Unlocked ${name}`)}>Unlock</button>`
            : html`<button type="button" class="button" aria-label="Lock ${name}"
              @click=${() => this.act(() => post(`/admin/accounts/${id}/lock`), `Locked ${name}`)}>Lock</button>`}
          ${locked ? nothing : html`<button type="button" class="button" aria-label="Make a password link for ${name}"
            @click=${() => this.#makeLink(account)}>Password link</button>`}
          <button type="button" class="button danger" aria-label="Delete ${name}"
            @click=${() => this.querySelector("delete-account-dialog").ask(account)}>Delete</button></div>`}
      </li>`;
  }
}

/** Deleting an account cannot be undone, so its name has to be typed. */
class DeleteAccountDialog extends FormView {
  #account = null;

  async ask(account) {
    this.#account = account;
    this.forgive();
    await this.refresh();
    this.querySelector("form").reset();
    this.querySelector("dialog").showModal();
  }

  async #delete(data) {
    const {id, name} = this.#account;
    if (data.get("confirmation").trim() !== name) throw Problem.invalid([{field: "confirmation", message: `Type ${name} to confirm`}]);
    await remove(`/admin/accounts/${id}`);
    this.querySelector("dialog").close();
    toast(`Deleted ${name}`);
    this.dispatchEvent(new CustomEvent("accountdeleted"));
  }

  template() {
    const name = this.#account?.name ?? "";
    return html`
      <dialog aria-labelledby="delete-account-title">
        <h2 id="delete-account-title">Delete ${name}</h2>
        <form novalidate autocomplete="off" @submit=${(event) => this.submit(event, (data) => this.#delete(data))}>
          ${this.problemNotice()}
          <p>The account and all its data will be deleted. This cannot be undone.</p>
          <div class="confirmation">${this.input("confirmation", "Account name", {hint: `Type ${name} to confirm`, autocapitalize: "none", maxlength: 64})}</div>
          <div class="button-row">
            <button type="submit" class="button danger" aria-disabled=${this.busy}>${this.busy ? "Deleting…" : "Delete for good"}</button>
            <button type="button" class="button" @click=${() => this.querySelector("dialog").close()}>Cancel</button>
          </div>
        </form>
      </dialog>`;
  }
}

class InvitationList extends Listed {
  path = "/admin/invitations?limit=200";
  #link = null;

  async #invite(data, form) {
    const {code} = await post("/admin/invitations", {note: data.get("note").trim() || undefined, expiresInDays: Number(data.get("expiresInDays"))});
    this.#link = `${location.origin}/join/${query({invitation: code})}`;
    this.clear(form, data);
    await this.load();
  }

  list(invitations, person) {
    return html`
      <div role="status">${this.#link ? html`
        <p>Send this link to the person you invite. It works once, and you will not see it again.</p>
        ${secret(this.#link, "Invitation link")}` : nothing}</div>
      ${invitations.length
        ? html`<ul class="rows">${invitations.map(({id, note, expiresAt}) => html`
            <li>
              <div class="what"><strong>${note ?? "Invitation"}</strong><p>expires ${person.moment(expiresAt)}</p></div>
              <button type="button" class="button" aria-label="Withdraw ${note ?? "invitation"}"
                @click=${() => this.act(() => remove(`/admin/invitations/${id}`), "Invitation withdrawn")}>Withdraw</button>
            </li>`)}</ul>`
        : html`<p class="soft">No open invitations.</p>`}
      ${this.given.registration === "closed" ? closed : this.#form()}`;
  }

  #form() {
    return html`
      <form class="below" novalidate autocomplete="off" @submit=${(event) => this.submit(event, (data, form) => this.#invite(data, form))}>
        ${this.problemNotice()}
        <div class="fields">
          ${this.input("note", "For whom", {hint: "Optional, only administrators see it", maxlength: 100})}
          ${this.select("expiresInDays", "Valid for", [["1", "A day"], ["7", "A week"], ["30", "30 days"], ["90", "90 days"]], {value: "7"})}
        </div>
        <div class="button-row">${this.submitButton("Make invitation", "Making…")}</div>
      </form>`;
  }
}

const closed = html`
  <div class="notice below">${icon("info")}<p>Registration is closed. Invitations work once the server’s setting <code>REGISTRATION</code> is <code>invite</code> or <code>open</code>.</p></div>`;

const reasons = {unknown: "No such account", password: "Wrong password", throttled: "Too many attempts", locked: "Account locked"};

class FailureList extends Listed {
  path = "/admin/sign-in-failures";

  list(failures, person) {
    if (!failures.length) return html`<p class="soft">No failed sign-ins.</p>`;
    return html`
      <ul class="rows">
        ${failures.map(({at, name, address, reason}) => html`
          <li>
            <div class="what"><strong>${name ?? "Unknown name"}</strong><p>${reasons[reason]}${address ? ` · ${address}` : ""}</p></div>
            <span class="soft small number">${person.moment(at)}</span>
          </li>`)}
      </ul>
      ${this.olderButton("Load older failures")}`;
  }
}

customElements.define("part-list", PartList);
customElements.define("backup-list", BackupList);
customElements.define("account-list", AccountList);
customElements.define("delete-account-dialog", DeleteAccountDialog);
customElements.define("invitation-list", InvitationList);
customElements.define("failure-list", FailureList);
