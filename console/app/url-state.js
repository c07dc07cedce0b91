import {signal} from '../vendor/signals-core@1.14.5/signals-core.mjs';

/**
 * The page's whole state lives in its URL. A schema gives each parameter its default; an array as default makes it
 * repeatable, `values` limits it. What equals its default is left out of the URL; what makes no sense is the default.
 */
export class UrlState {
  #schema;

  constructor(schema) {
    this.#schema = schema;
    this.current = signal(this.#read());
    addEventListener('popstate', () => (this.current.value = this.#read()));
  }

  /** Changes some parameters. Any change but of the page of a table starts at its first page again. */
  patch(changes, {replace = false} = {}) {
    const url = this.href(changes);
    if (replace) {
      history.replaceState(null, '', url);
    } else {
      history.pushState(null, '', url);
    }
    this.current.value = this.#read();
  }

  /** A link to this page with some parameters changed. */
  href(changes) {
    const next = {...this.current.value, ...('page' in changes ? {} : {page: this.#schema.page?.default}), ...changes};
    return `${location.pathname}${this.#search(next, Object.keys(this.#schema))}`;
  }

  /** A link to another page that keeps the named parameters, and sets others as given. */
  linkTo(file, kept, others = {}) {
    const search = new URLSearchParams(this.#search(this.current.value, kept));
    for (const [name, value] of Object.entries(others)) {
      search.set(name, value);
    }
    return search.size === 0 ? file : `${file}?${search}`;
  }

  #search(values, names) {
    const search = new URLSearchParams();
    for (const name of names) {
      const {default: usual} = this.#schema[name];
      const value = values[name];
      if (Array.isArray(usual)) {
        if (value.join('\n') !== usual.join('\n')) {
          value.forEach(one => search.append(name, one));
        }
      } else if (value !== usual && value !== undefined && value !== null) {
        search.set(name, value);
      }
    }
    return search.size === 0 ? '' : `?${search}`;
  }

  #read() {
    const search = new URLSearchParams(location.search);
    const state = {};
    for (const [name, {default: usual, values}] of Object.entries(this.#schema)) {
      const given = search.getAll(name).filter(value => !values || values.includes(value));
      if (Array.isArray(usual)) {
        state[name] = given.length === 0 ? usual : [...new Set(given)];
      } else if (typeof usual === 'number') {
        const number = Number.parseInt(given[0], 10);
        state[name] = number > 0 ? number : usual;
      } else {
        state[name] = given[0] ?? usual;
      }
    }
    return state;
  }
}
