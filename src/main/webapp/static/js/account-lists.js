import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {post, Problem, remove} from "./api.js";
import {secret} from "./copy.js";
import {Listed} from "./listed.js";

/** Where one is signed in. */
class SessionList extends Listed {
  path = "/sessions";

  list(sessions, person) {
    const others = sessions.some(({current}) => !current);
    return html`
      <ul class="rows">${sessions.map((session) => this.#row(session, person))}</ul>
      ${others ? html`
        <div class="button-row">
          <button type="button" class="button"
            @click=${() => this.act(() => remove("/sessions"), "Signed out everywhere else")}>Sign out everywhere else</button>
        </div>` : nothing}`;
  }

  #row({id, device, address, createdAt, lastUsedAt, current}, person) {
    return html`
      <li>
        <div class="what">
          <strong>${device}</strong>
          <p>${address ? html`${address} · ` : nothing}last used ${person.moment(lastUsedAt)} · signed in ${person.moment(createdAt)}</p>
        </div>
        ${current
          ? html`<span class="badge good">This device</span>`
          : html`<button type="button" class="button" aria-label="Sign out ${device}"
            @click=${() => this.act(() => remove(`/sessions/${id}`), `Signed out ${device}`)}>Sign out</button>`}
      </li>`;
  }
}

const lifetimes = [["7", "A week"], ["30", "30 days"], ["90", "90 days"], ["365", "A year"]];
const scopesInWords = (scopes) => (scopes.includes("write") ? "Read and write" : "Read");

const PASSWORD_NEEDED = "/problems/password-needed";

/** Keys for programs. A secret is shown once, right after it was made. */
class TokenList extends Listed {
  path = "/tokens";
  #issued = null;
  #asksPassword = false;

  async #make(data, form) {
    const name = data.get("name").trim();
    if (!name) throw Problem.invalid([{field: "name", message: "Give the token a name, to know it again"}]);
    const token = {name, scopes: data.get("scopes").split(" "), expiresInDays: Number(data.get("expiresInDays"))};
    if (data.get("password")) token.password = data.get("password");
    try {
      this.#issued = await post("/tokens", token);
    } catch (problem) {
      throw problem.type === PASSWORD_NEEDED ? await this.#askPassword() : problem;
    }
    this.#asksPassword = false;
    this.clear(form, data);
    await this.load();
  }

  async #askPassword() {
    this.#asksPassword = true;
    await this.refresh();
    const message = "You signed in more than ten minutes ago. Enter your password to make a token";
    return Problem.invalid([{field: "password", message}]);
  }

  async #revoke({id, name}) {
    if (this.#issued?.token.id === id) this.#issued = null;
    await this.act(() => remove(`/tokens/${id}`), `Revoked ${name}`);
  }

  list(tokens, person) {
    return html`
      <div role="status">${this.#issued ? html`
        <p><strong>${this.#issued.token.name}</strong> is made. Copy its secret now; it is never shown again.</p>
        ${secret(this.#issued.secret, "Token secret")}` : nothing}</div>
      ${tokens.length
        ? html`<ul class="rows">${tokens.map((token) => this.#row(token, person))}</ul>`
        : html`<p class="soft">No tokens. Make one for a script or another program.</p>`}
      <form class="below" novalidate autocomplete="off" @submit=${(event) => this.submit(event, (data, form) => this.#make(data, form))}>
        ${this.problemNotice()}
        <div class="fields">
          ${this.input("name", "Token name", {hint: "What will use it", maxlength: 100})}
          ${this.select("scopes", "Access", [["read", "Read"], ["read write", "Read and write"]], {value: "read"})}
          ${this.select("expiresInDays", "Expires after", lifetimes, {value: "90"})}
          ${this.#asksPassword
            ? this.input("password", "Your password, to make a token", {type: "password", autocomplete: "current-password", maxlength: 128})
            : nothing}
        </div>
        <div class="button-row">${this.submitButton("Make token", "Making…")}</div>
      </form>`;
  }

  #row(token, person) {
    const {name, scopes, expiresAt, lastUsedAt} = token;
    const expired = Date.parse(expiresAt) <= Date.now();
    return html`
      <li>
        <div class="what">
          <strong>${name}</strong>
          <p>${scopesInWords(scopes)} · ${lastUsedAt ? `last used ${person.moment(lastUsedAt)}` : "never used"} · ${expired ? "expired" : "expires"} ${person.moment(expiresAt)}</p>
        </div>
        ${expired ? html`<span class="badge warn">Expired</span>` : nothing}
        <button type="button" class="button" aria-label="Revoke ${name}" @click=${() => this.#revoke(token)}>Revoke</button>
      </li>`;
  }
}

customElements.define("session-list", SessionList);
customElements.define("token-list", TokenList);
