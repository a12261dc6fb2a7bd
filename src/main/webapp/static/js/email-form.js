import {html, nothing} from "../vendor/lit-html/lit-html.js";
import {get, post, Problem, request} from "./api.js";
import {FormView} from "./form.js";
import {failed, loading} from "./states.js";
import {toast} from "./toast.js";

/** The address for a forgotten password. Given: `{person}`. */
class EmailForm extends FormView {
  #email = null;
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  /** Somebody who followed the link to confirm an address comes here with it. */
  async #load() {
    const url = new URL(location.href);
    const token = url.searchParams.get("confirm");
    try {
      this.#email = token ? await post("/account/email/confirmation", {token}) : await get("/account/email");
      this.#problem = null;
      if (token) toast("E-mail address confirmed");
    } catch (problem) {
      if (token && problem.status === 422) {
        toast("This link is used or out of date. Ask for a new one below.");
        url.searchParams.delete("confirm");
        history.replaceState(null, "", url);
        return this.#load();
      }
      this.#problem = problem;
    }
    if (token) {
      url.searchParams.delete("confirm");
      history.replaceState(null, "", url);
    }
    return this.refresh();
  }

  async #change(data, form) {
    const address = data.get("address").trim();
    if (!address) throw Problem.invalid([{field: "address", message: "Write an e-mail address"}]);
    await this.#send(address, data, form);
  }

  async #send(address, data, form) {
    this.#email = (await request("PUT", "/account/email", {body: {address, password: data.get("password")}})).body;
    this.clear(form, data);
    toast(address ? "A link to confirm the address is on its way" : "E-mail address removed");
  }

  #remove(event) {
    const {form} = event.currentTarget;
    return this.submit({preventDefault() {}, currentTarget: form}, (data) => this.#send(undefined, data, form));
  }

  template() {
    if (this.#problem) return failed(this.#problem, () => this.#load());
    if (!this.#email) return html`${loading("field-bone")}`;
    const {available, address, pending} = this.#email;
    if (!available) return html`
      <p class="soft">No e-mail is sent from here. If you forget your password, the administrator can make a link for you.</p>`;
    return html`
      <p>${address
        ? html`A link to choose a new password is sent to <strong>${address}</strong>.`
        : "No address yet. With one you can choose a new password when you have forgotten yours."}</p>
      ${pending ? html`
        <p class="soft small">Waiting for <strong>${pending}</strong> to be confirmed: open the link that was sent there.</p>` : nothing}
      <form class="below" novalidate @submit=${(event) => this.submit(event, (data, form) => this.#change(data, form))}>
        ${this.problemNotice()}
        <input class="visually-hidden" type="text" name="username" autocomplete="username"
          value=${this.given.person.profile.name} tabindex="-1" aria-hidden="true" readonly>
        <div class="fields">
          ${this.input("address", "E-mail address",
            {type: "email", autocomplete: "email", autocapitalize: "none", maxlength: 254})}
          ${this.input("password", "Your password, to change the address",
            {type: "password", autocomplete: "current-password", maxlength: 128})}
        </div>
        <div class="button-row">
          ${this.submitButton(address ? "Change address" : "Add address", "Sending…")}
          ${address ? html`
            <button type="button" class="button" @click=${(event) => this.#remove(event)}>Remove address</button>` : nothing}
        </div>
      </form>`;
  }
}

customElements.define("email-form", EmailForm);
