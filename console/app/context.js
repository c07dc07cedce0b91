import {signal, untracked} from '../vendor/signals-core@1.14.5/signals-core.mjs';
import {signInNeeded} from './access.js';
import {dayIn, granularityFor, isDay, openBucket, RANGES, rangeOf} from './dates.js';
import {Format} from './format.js';
import {LANGUAGES} from './i18n.js';
import {Report} from './report.js';
import {preferences, tab} from './storage.js';
import {UrlState} from './url-state.js';

/** Columns that narrow a page. */
export const FILTERS = ['device', 'country', 'locale', 'source'];
/** Reports that not every filter narrows; the API refuses the others, so they are not asked for and the panel says so. */
const NARROWED_BY = {retention: [], searches: ['device', 'country', 'locale']};
/** Parameters of every page, which links between pages keep. */
const COMMON = {
  range: {default: '28d', values: RANGES},
  from: {default: ''},
  to: {default: ''},
  compare: {default: 'previous', values: ['previous', 'year', 'none']},
  device: {default: []},
  country: {default: []},
  locale: {default: []},
  source: {default: []},
  lang: {default: '', values: Object.keys(LANGUAGES)},
};
const MESSAGE_MILLIS = 5000;
const OF_EVERY_PAGE = {view: {default: []}, page: {default: 1}, sort: {default: ''}};

/** What a page's parts share: its state in the URL, its reports, and the words and forms of its language. */
export class Context {
  #page;
  #url;
  #reports = new Map();
  #segments = new Map();
  #zone = signal(tab.get('aisle.zone') ?? 'UTC');
  #said = signal('');
  #saying = 0;
  paused = false;
  #format = {zone: null, format: null};

  constructor(page, texts) {
    this.#page = page;
    this.page = page.name;
    this.texts = texts;
    this.theme = signal(document.documentElement.dataset.theme ?? preferences.get('aisle.theme') ?? 'auto');
    this.#url = new UrlState({...COMMON, ...OF_EVERY_PAGE, ...page.parameters});
  }

  t(key, values) {
    return this.texts.get(key, values);
  }

  get state() {
    return this.#url.current.value;
  }

  get format() {
    const zone = this.#zone.value;
    if (this.#format.zone !== zone) {
      this.#format = {zone, format: new Format(this.texts, zone)};
    }
    return this.#format.format;
  }

  get hasRange() {
    return this.#page.hasRange !== false;
  }

  get hasCompare() {
    return this.#page.hasCompare?.(this) ?? false;
  }

  /** First and last day shown, in the shop's zone. */
  get range() {
    const {range, from, to} = this.state;
    if (range === 'own' && isDay(from) && isDay(to) && from <= to) {
      return {from, to};
    }
    return rangeOf(range === 'own' ? '28d' : range, dayIn(this.#zone.value));
  }

  get granularity() {
    return granularityFor(this.range);
  }

  openFrom(granularity) {
    return openBucket(granularity ?? this.granularity, this.#zone.value);
  }

  /** The chosen filters as pairs of name and value. */
  get filters() {
    return FILTERS.flatMap(name => this.state[name].map(value => [name, value]));
  }

  /** What a question about the range shown has in common with the others of the page. */
  question(report, parameters = {}) {
    const names = NARROWED_BY[report] ?? FILTERS;
    const filters = Object.fromEntries(names.map(name => [name, this.state[name]]));
    return {report, ...this.range, ...filters, ...parameters};
  }

  /** Names of chosen filters that this report knows nothing of. */
  filtersWithout(report) {
    const known = NARROWED_BY[report] ?? FILTERS;
    return FILTERS.filter(name => this.state[name].length > 0 && !known.includes(name));
  }

  /** Whether a chosen filter narrows this report. */
  isNarrowed(report) {
    return (NARROWED_BY[report] ?? FILTERS).some(name => this.state[name].length > 0);
  }

  patch(changes, options) {
    this.#url.patch(changes, options);
  }

  href(changes) {
    return this.#url.href(changes);
  }

  linkTo(file, others) {
    return this.#url.linkTo(file, Object.keys(COMMON), others);
  }

  addFilter(name, value) {
    this.patch({[name]: [...new Set([...this.state[name], value])]});
  }

  removeFilter(name, value) {
    this.patch({[name]: this.state[name].filter(one => one !== value)});
  }

  clearFilters() {
    this.patch(Object.fromEntries(FILTERS.map(name => [name, []])));
  }

  report(slot) {
    if (!this.#reports.has(slot)) {
      this.#reports.set(slot, new Report());
    }
    return this.#reports.get(slot);
  }

  /** The sessions of the range by one segment: what there is to filter by. */
  segment(name) {
    if (!this.#segments.has(name)) {
      this.#segments.set(name, new Report());
    }
    return this.#segments.get(name);
  }

  loadSegments() {
    for (const name of FILTERS) {
      this.segment(name).ask({report: 'sessions', by: name, ...this.range, size: 50, sort: '-sessions'});
    }
  }

  /** Asks what the state of the page needs. Runs again when that changes. */
  load() {
    const questions = this.#page.reports(this);
    untracked(() => {
      for (const [slot, question] of Object.entries(questions)) {
        if (question) {
          this.report(slot).ask(question);
        }
      }
    });
    this.#learnZone();
  }

  refresh() {
    this.#current().forEach(report => report.refresh());
  }

  /** Asks again at the page's pace: never while hidden, and at once on return. */
  startPolling() {
    const seconds = this.#page.pollSeconds;
    if (!seconds) {
      return;
    }
    let timer = 0;
    const ask = () => {
      if (!this.paused && !signInNeeded.value) {
        this.refresh();
      }
    };
    const start = () => {
      clearInterval(timer);
      timer = document.hidden ? 0 : setInterval(ask, seconds * 1000);
    };
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) {
        ask();
      }
      start();
    });
    start();
  }

  /** The state of the report that was answered first, since the oldest number decides how old a page is. */
  newestState() {
    const states = this.#current().map(report => report.state.value).filter(state => state.answer);
    return states.sort((one, other) => one.receivedAt - other.receivedAt)[0] ?? {answer: null, receivedAt: 0};
  }

  staleSince() {
    return this.#answers().map(answer => answer.staleSince).filter(Boolean).sort()[0] ?? null;
  }

  /** What the API says about its data, for instance that they are a demo's. */
  notice() {
    const notice = this.#answers().map(answer => answer.notice).find(Boolean);
    if (!notice) {
      return null;
    }
    if (typeof notice === 'string') {
      return this.texts.has(`notice.${notice}`) ? this.t(`notice.${notice}`) : notice;
    }
    return notice[this.texts.language] ?? notice.en;
  }

  get said() {
    return this.#said.value;
  }

  /** Says something, in a message that goes by itself and that a screen reader speaks. */
  say(text) {
    this.#said.value = text;
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => (this.#said.value = ''), MESSAGE_MILLIS);
  }

  #current() {
    return [...this.#reports.values()];
  }

  #answers() {
    return this.#current().map(report => report.state.value.answer).filter(Boolean);
  }

  /** The shop's zone is in every answer; until the first one it is taken for the one of the last visit. */
  #learnZone() {
    const zone = this.#answers().map(answer => answer.timezone).find(Boolean);
    if (zone && zone !== this.#zone.peek()) {
      tab.set('aisle.zone', zone);
      this.#zone.value = zone;
    }
  }
}
