const PREFIX = "draft:";

/**
 * What somebody has typed and not saved yet. It outlives the page, not the tab: a wrong tap, a reload or a session that
 * has ended costs nothing. A lasting one outlives the tab too, and the phone that puts it to sleep. It is one person's,
 * and gone once they sign out.
 */
export class Draft {
  #key;
  #storage;

  constructor(person, form, {lasting = false} = {}) {
    this.#key = `${PREFIX}${person.profile.id}:${form}`;
    this.#storage = lasting ? () => localStorage : () => sessionStorage;
  }

  /** What was kept last, or null. */
  read() {
    return this.#attempt((storage) => JSON.parse(storage.getItem(this.#key)));
  }

  keep(content) {
    this.#attempt((storage) => storage.setItem(this.#key, JSON.stringify(content)));
  }

  drop() {
    this.#attempt((storage) => storage.removeItem(this.#key));
  }

  #attempt(use) {
    return attempt(() => use(this.#storage()));
  }
}

export function dropDrafts() {
  attempt(() => sessionStorage.clear());
  attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => localStorage.removeItem(key)));
}

function attempt(use) {
  try {
    return use();
  } catch {
    return null; // storage may be forbidden or full; the page itself still holds what was typed
  }
}
