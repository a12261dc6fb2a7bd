import {syncClock} from "./clock.js";

/** An answer that is not a success, in the words of RFC 9457; also used for what goes wrong before there is an answer. */
export class Problem extends Error {
  constructor({type = "about:blank", title, status = 0, detail = "", id, violations = [], current}) {
    super(title);
    Object.assign(this, {type, title, status, detail, id, violations, current});
  }

  /** A form's own findings, in the shape the server would use. */
  static invalid(violations) {
    return new Problem({type: "/problems/invalid", title: "Some fields need another look", status: 422, violations});
  }

  /** What a person reads when no field is to blame. */
  get words() {
    const sentence = [this.title, this.detail].filter(Boolean).map(ended).join(" ");
    return this.status === 500 && this.id ? `${sentence} (Reference ${this.id})` : sentence;
  }
}

/** The session has ended while a form was open, which must not be left for that. */
export class SignedOut extends Problem {
  constructor() {
    super({
      title: "You are signed out", status: 401,
      detail: "Sign in again in another tab, then try again here; nothing you typed is lost.",
    });
  }
}

const ended = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);

/**
 * Sends one request to the API and returns `{status, body, etag}`; anything but a success is thrown as a Problem.
 * Being signed out leads to the sign-in page, unless the caller is a stranger by design or has something to lose.
 * What is called off by its `signal` ends with the signal's reason.
 */
export async function request(method, path, {body, ifMatch, ifNoneMatch, signal, stranger = false} = {}) {
  const headers = {Accept: "application/json"};
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (ifMatch) headers["If-Match"] = ifMatch;
  if (ifNoneMatch) headers["If-None-Match"] = ifNoneMatch;
  let response;
  try {
    response = await fetch(path.startsWith("/openapi") ? path : `/api/v1${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      signal,
    });
  } catch {
    signal?.throwIfAborted();
    throw new Problem({
      title: "The server cannot be reached",
      detail: `Check the connection and try again${method === "GET" ? "" : "; nothing you typed is lost"}.`,
    });
  }
  syncClock(response.headers.get("Date"));
  if (response.status === 401 && !stranger) {
    if (method === "GET") return leaveForSignIn();
    throw new SignedOut();
  }
  if (!response.ok) throw await problemOf(response);
  return {
    status: response.status,
    body: response.status === 204 ? null : await bodyOf(response),
    etag: response.headers.get("ETag"),
  };
}

const FIRST_VERSION = 1;

/**
 * Puts something new under an id that was made here and returns how it stands. Where an earlier try had arrived, and only its
 * answer was lost, it is no longer new: what is typed now takes the place of what was typed then, unless it was changed since.
 */
export async function putNew(path, body) {
  try {
    return (await request("PUT", path, {body, ifNoneMatch: "*"})).body;
  } catch (problem) {
    if (problem.status !== 412 || problem.current?.version !== FIRST_VERSION) throw problem;
    return (await request("PUT", path, {body, ifMatch: `"${FIRST_VERSION}"`})).body;
  }
}

export const get = async (path, options) => (await request("GET", path, options)).body;
export const post = async (path, body, options) => (await request("POST", path, {body, ...options})).body;
export const remove = (path, options) => request("DELETE", path, options);

/** A query string of the parameters that have a value; an array repeats its name. */
export function query(parameters) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) if (one !== undefined && one !== null && one !== "") search.append(name, one);
  }
  return search.size ? `?${search}` : "";
}

/** Goes to the sign-in page and never returns, so that no room shows an error on its way out. */
export function leaveForSignIn() {
  const here = location.pathname + location.search;
  location.assign(`/sign-in/${query({next: here === "/" ? undefined : here})}`);
  return new Promise(() => {});
}

export async function bodyOf(response) {
  try {
    return await response.json();
  } catch {
    throw new Problem({title: "The answer could not be read", detail: "Try again in a moment.", status: response.status});
  }
}

export async function problemOf(response) {
  const wait = waitInWords(response.headers.get("Retry-After"));
  const told = await response.json().catch(() => ({}));
  const problem = new Problem({title: titles[response.status] ?? "Something went wrong", ...told, status: response.status});
  if (response.status === 503 || response.status === 429) {
    problem.detail = [problem.detail, `Try again in ${wait || "a moment"}`].filter(Boolean).map(ended).join(" ");
  }
  return problem;
}

const titles = {
  413: "That is too large",
  429: "Too many attempts",
  502: "The service is not answering",
  503: "The service is busy or restarting",
  504: "The service took too long",
};

/** `Retry-After` is seconds or an HTTP date; either becomes "20 seconds" or "3 minutes". */
function waitInWords(header) {
  if (!header) return "";
  const seconds = Math.max(1, Math.ceil(/^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000));
  if (Number.isNaN(seconds)) return "";
  const [count, unit] = seconds < 90 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
