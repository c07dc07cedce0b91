/**
 * How old the numbers are. It ticks by its own timer, so that it goes on counting when nothing arrives any more, and
 * turns amber at twice the promised age and red at ten times.
 *
 * Properties: `newest` and `asOf` (ISO instants or null), `receivedAt` (this machine's clock, ms), `promise` (seconds),
 * `words` ({newest(clock, ago), checked(ago), none}) and `format`.
 */
class DataAge extends HTMLElement {
  #timer = 0;
  #data = null;

  set data(data) {
    this.#data = data;
    this.#write();
  }

  connectedCallback() {
    this.#timer = setInterval(() => this.#write(), 1000);
    this.#write();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  #write() {
    if (!this.isConnected || !this.#data?.receivedAt) {
      return;
    }
    const {newest, asOf, receivedAt, promise, words} = this.#data;
    // What passed since the answer is measured here, what passed before it by the server: two clocks never mix.
    const sinceAnswer = Math.max(0, (Date.now() - receivedAt) / 1000);
    const parts = newest
      ? [words.newest(newest, (Date.parse(asOf) - Date.parse(newest)) / 1000 + sinceAnswer), words.checked(sinceAnswer)]
      : [words.none, words.checked(sinceAnswer)];
    this.dataset.level = sinceAnswer > 10 * promise ? 'red' : sinceAnswer > 2 * promise ? 'amber' : 'fresh';
    this.replaceChildren(...parts.map(part => Object.assign(document.createElement('span'), {textContent: part})));
  }
}

customElements.define('data-age', DataAge);
