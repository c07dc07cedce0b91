/** Storage that a browser may forbid: then what is kept lives as long as the page. */
class Kept {
  #storage;
  #fallback = new Map();

  constructor(name) {
    try {
      this.#storage = globalThis[name];
    } catch {
      this.#storage = null;
    }
  }

  get(key) {
    return this.#storage?.getItem(key) ?? this.#fallback.get(key) ?? null;
  }

  set(key, value) {
    this.#fallback.set(key, value);
    try {
      this.#storage?.setItem(key, value);
    } catch {
      // Full or forbidden: the fallback has it.
    }
  }

  delete(key) {
    this.#fallback.delete(key);
    this.#storage?.removeItem(key);
  }
}

/** Preferences of this person. */
export const preferences = new Kept('localStorage');
/** What this tab alone may know. */
export const tab = new Kept('sessionStorage');
