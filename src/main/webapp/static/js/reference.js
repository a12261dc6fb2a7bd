import {html, nothing} from "../vendor/lit-html/lit-html.js";
import "./shell.js";
import {get} from "./api.js";
import {failedRoom} from "./states.js";
import {View} from "./view.js";

const METHODS = ["get", "post", "put", "patch", "delete"];

/** The OpenAPI document as a page to read: operations by tag, then the schemas they speak of. */
class ApiReference extends View {
  #document = null;
  #problem = null;

  connectedCallback() {
    super.connectedCallback();
    addEventListener("hashchange", () => this.#unfold());
    this.#load();
  }

  async #load() {
    try {
      this.#document = await get("/openapi", {stranger: true});
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    await this.refresh();
    this.#unfold();
  }

  /** Opens the part that the address names, which did not exist when the browser looked for it. */
  #unfold() {
    const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!part || !this.contains(part)) return;
    part.open = true;
    part.scrollIntoView();
  }

  template() {
    if (this.#problem) return failedRoom("API reference", this.#problem);
    if (!this.#document) return null;
    const {info, tags = [], servers = [], components} = this.#document;
    const operations = this.#operations();
    return html`
      <header class="page-head"><h1>API reference</h1><p><a href="/openapi">OpenAPI document</a></p></header>
      <div class="reference">
        <nav aria-label="Reference" class="reference-nav">
          <ul class="plain">
            ${tags.map(({name}) => html`<li><a href="#tag-${name}">${title(name)}</a></li>`)}
            <li><a href="#schemas">Schemas</a></li>
          </ul>
        </nav>
        <div class="reference-body">
          <section class="sheet prose" aria-label="Introduction">${prose(info.description ?? "")}
            <p>Paths begin with <code>${servers[0]?.url ?? "/"}</code>.</p></section>
          ${tags.map((tag) => html`
            <section class="sheet" aria-labelledby="tag-${tag.name}">
              <div class="sheet-head"><h2 id="tag-${tag.name}">${title(tag.name)}</h2>${tag.description ? html`<p>${spans(tag.description)}</p>` : nothing}</div>
              ${operations.filter(({tags: of}) => of?.includes(tag.name)).map((operation) => this.#operation(operation))}
            </section>`)}
          <section class="sheet" aria-labelledby="schemas">
            <div class="sheet-head"><h2 id="schemas">Schemas</h2></div>
            ${Object.entries(components.schemas).map(([name, schema]) => html`
              <details class="operation disclosure" id="schema-${name}">
                <summary><code>${name}</code></summary>
                <div class="operation-body">${this.#schema(schema)}</div>
              </details>`)}
          </section>
        </div>
      </div>`;
  }

  #operations() {
    return Object.entries(this.#document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => ({
        ...item[method], path, method, parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])],
      })));
  }

  #operation({operationId, method, path, summary, description, parameters, requestBody, responses, security}) {
    return html`
      <details class="operation disclosure" id=${operationId}>
        <summary><span class="method method-${method}">${method.toUpperCase()}</span><code>${path}</code><span class="operation-summary soft">${spans(summary)}</span></summary>
        <div class="operation-body">
          ${description ? html`<div class="prose">${prose(description)}</div>` : nothing}
          ${security?.length === 0 ? html`<p class="soft small">No sign-in needed.</p>` : nothing}
          ${parameters.length ? this.#parameters(parameters.map((one) => this.#resolve(one))) : nothing}
          ${requestBody ? html`<h4>Request body</h4><p>${this.#content(this.#resolve(requestBody))}</p>` : nothing}
          <h4>Responses</h4>
          <dl class="answers">
            ${Object.entries(responses).map(([status, response]) => {
              const {description: words, content} = this.#resolve(response);
              return html`<div><dt><code>${status}</code></dt><dd>${spans(words)}${content ? html` · ${this.#content({content})}` : nothing}</dd></div>`;
            })}
          </dl>
        </div>
      </details>`;
  }

  #parameters(parameters) {
    return html`
      <h4>Parameters</h4>
      <dl class="properties">
        ${parameters.map(({name, in: place, required, description, schema}) => html`
          <div><dt><code>${name}</code> <span class="soft small">${place}${required ? ", required" : ""}</span></dt>
          <dd>${this.#type(schema)}${description ? html`<p class="soft small">${spans(description)}</p>` : nothing}</dd></div>`)}
      </dl>`;
  }

  #content({content}) {
    return Object.entries(content).map(([type, {schema}]) => html`${this.#type(schema)} <span class="soft small">${type}</span>`);
  }

  #schema(schema) {
    if (!schema.properties) return html`<p>${this.#type(schema)}</p>${schema.description ? html`<p class="soft small">${spans(schema.description)}</p>` : nothing}`;
    return html`
      ${schema.description ? html`<p class="soft">${spans(schema.description)}</p>` : nothing}
      <dl class="properties">
        ${Object.entries(schema.properties).map(([name, property]) => html`
          <div><dt><code>${name}</code>${schema.required?.includes(name) ? html` <span class="soft small">required</span>` : nothing}</dt>
          <dd>${this.#type(property)}${property.description ? html`<p class="soft small">${spans(property.description)}</p>` : nothing}
            ${this.#nested(property)}</dd></div>`)}
      </dl>`;
  }

  #nested(property) {
    const inner = property.type === "array" ? property.items : property;
    return inner?.properties ? html`<div class="nested">${this.#schema({...inner, description: undefined})}</div>` : nothing;
  }

  /** A type in a few words, with a link where it has a name of its own. */
  #type(schema = {}) {
    if (schema.$ref) return html`<a href="#schema-${nameOf(schema.$ref)}">${nameOf(schema.$ref)}</a>`;
    if (schema.type === "array") return html`array of ${this.#type(schema.items)}`;
    const limits = [
      schema.format,
      schema.enum && `one of ${schema.enum.join(", ")}`,
      schema.const !== undefined && `always ${schema.const}`,
      between("", schema.minimum, schema.maximum),
      between("length ", schema.minLength, schema.maxLength),
      schema.default !== undefined && `default ${schema.default}`,
      schema.examples && `such as ${schema.examples.join(", ")}`,
    ].filter(Boolean);
    return html`<span>${[schema.type ?? "anything", ...limits].join(", ")}</span>`;
  }

  #resolve(node) {
    if (!node.$ref) return node;
    return node.$ref.slice(2).split("/").reduce((inner, key) => inner[key], this.#document);
  }
}

const nameOf = (reference) => reference.split("/").at(-1);
const title = (name) => name[0].toUpperCase() + name.slice(1).replaceAll("-", " ");

function between(what, low, high) {
  if (low === undefined && high === undefined) return "";
  if (low === undefined) return `${what}up to ${high}`;
  return high === undefined ? `${what}from ${low}` : `${what}${low} to ${high}`;
}

/** The little Markdown that descriptions use: paragraphs, `code` and **stress**. */
const prose = (text) => text.trim().split(/\n\s*\n/).map((paragraph) => html`<p>${spans(paragraph)}</p>`);

const spans = (text) => text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
  if (part.startsWith("`")) return html`<code>${part.slice(1, -1)}</code>`;
  if (part.startsWith("**")) return html`<strong>${part.slice(2, -2)}</strong>`;
  return part;
});

customElements.define("api-reference", ApiReference);
