import {signal} from '../vendor/signals-core@1.14.5/signals-core.mjs';
import {Answer} from './answer.js';
import {getFile, getJson} from './api.js';

/**
 * One report of a page. Its state: the last good answer to the question now asked (or to the one before, while
 * loading), the moment it arrived, and what went wrong since.
 */
export class Report {
  state = signal({answer: null, receivedAt: 0, loading: true, error: null, failedAt: 0});
  #path = null;
  #answeredPath = null;
  #controller = null;

  /** Asks, unless it is the question already asked. */
  ask(question) {
    const path = pathOf(question);
    if (path !== this.#path) {
      this.#path = path;
      this.refresh();
    }
  }

  /** Asks again. The latest question wins: what an older one answers is dropped. */
  async refresh() {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    const path = this.#path;
    this.state.value = {...this.state.value, loading: true};
    try {
      const answer = new Answer(await getJson(path, controller.signal));
      if (!controller.signal.aborted) {
        this.#answeredPath = path;
        this.state.value = {answer, receivedAt: Date.now(), loading: false, error: null, failedAt: 0};
      }
    } catch (error) {
      if (!controller.signal.aborted) {
        // Numbers of another question would be taken for this one's.
        const answer = this.#answeredPath === path ? this.state.value.answer : null;
        this.state.value = {...this.state.value, answer, loading: false, error, failedAt: Date.now()};
      }
    }
  }

  /** The same question as a file. */
  async csv() {
    return getFile(`${this.#path}&format=csv`);
  }
}

function pathOf({report, ...parameters}) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined && one !== '') {
        search.append(name, one);
      }
    }
  }
  return `/v1/reports/${report}?${search}`;
}
