/**
 * What somebody has typed and not saved yet. It outlives the page, not the tab: a wrong tap, a reload or a session that
 * has ended costs nothing. It is one person's, and gone once they sign out.
 */
export class Draft {
  #key;

  constructor(person, form) {
    this.#key = `draft:${person.profile.id}:${form}`;
  }

  /** What was kept last, or null. */
  read() {
    return attempt((storage) => JSON.parse(storage.getItem(this.#key)));
  }

  keep(content) {
    attempt((storage) => storage.setItem(this.#key, JSON.stringify(content)));
  }

  drop() {
    attempt((storage) => storage.removeItem(this.#key));
  }
}

export const dropDrafts = () => attempt((storage) => storage.clear());

function attempt(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null; // storage may be forbidden or full; the page itself still holds what was typed
  }
}
