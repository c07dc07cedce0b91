/** What stands where a value is not known. */
export const UNKNOWN = '–';
const COMPACT_FROM = 10_000;

/** Numbers, money and times as a language writes them. Only Intl knows how; unknown values are a dash, never 0. */
export class Format {
  #intl;
  #numbers;
  #zone;
  #cache = new Map();

  constructor({intl, numbers}, zone) {
    this.#intl = intl;
    this.#numbers = numbers;
    this.#zone = zone;
  }

  /** A value of a report's column, in full. */
  value(type, value, currency) {
    if (value === null || value === undefined || value === '') {
      return UNKNOWN;
    }
    switch (type) {
      case 'count':
        return this.#number({maximumFractionDigits: 0}).format(value);
      case 'number':
        return this.#number({minimumFractionDigits: 1, maximumFractionDigits: 1}).format(value);
      case 'ratio':
        return this.#number({style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1}).format(value);
      case 'money':
        return this.#money(value, currency, {});
      case 'seconds':
        return this.duration(value);
      case 'date':
        return this.day(value);
      case 'time':
        return this.moment(value);
      default:
        return String(value);
    }
  }

  /** The same, short enough for a large figure or an axis. */
  short(type, value, currency) {
    const large = Math.abs(Number(value)) >= COMPACT_FROM;
    if (value === null || value === undefined || !large) {
      return type === 'money' && Math.abs(Number(value)) >= 1000
        ? this.#money(value, currency, {maximumFractionDigits: 0})
        : this.value(type, value, currency);
    }
    const compact = {notation: 'compact', minimumFractionDigits: 0, maximumSignificantDigits: 3};
    return type === 'money' ? this.#money(value, currency, compact) : this.#number(compact).format(value);
  }

  /** An axis has no room for the currency's code, which its title says. */
  axis(type, value) {
    return type === 'ratio'
      ? this.#number({style: 'percent', maximumFractionDigits: 1}).format(value)
      : this.#number({notation: 'compact', maximumFractionDigits: 1}).format(value);
  }

  /** A change as a signed percentage; none is a plain zero. */
  change(ratio) {
    return this.#number({style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 1}).format(ratio);
  }

  duration(seconds) {
    const unit = (value, name) =>
      this.#number({style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 0}).format(value);
    const whole = Math.max(0, Math.round(seconds));
    if (whole < 60) {
      return unit(whole, 'second');
    }
    if (whole < 3600) {
      return [unit(Math.floor(whole / 60), 'minute'), whole % 60 && unit(whole % 60, 'second')].filter(Boolean).join(' ');
    }
    if (whole < 86_400) {
      const minutes = Math.floor((whole % 3600) / 60);
      return [unit(Math.floor(whole / 3600), 'hour'), minutes && unit(minutes, 'minute')].filter(Boolean).join(' ');
    }
    return unit(Math.floor(whole / 86_400), 'day');
  }

  /** How long ago, in the largest unit that fits. */
  ago(seconds) {
    const whole = Math.max(0, Math.floor(seconds));
    const [size, unit] = [[86_400, 'day'], [3600, 'hour'], [60, 'minute'], [1, 'second']]
      .find(([least]) => whole >= least) ?? [1, 'second'];
    return this.#cached('ago', () => new Intl.RelativeTimeFormat(this.#intl, {numeric: 'always', style: 'short'}))
      .format(-Math.floor(whole / size), unit);
  }

  /** A calendar day, with its year when that is not this one. */
  day(text) {
    const date = new Date(`${text.slice(0, 10)}T00:00:00Z`);
    const year = date.getUTCFullYear() === new Date().getUTCFullYear() ? undefined : 'numeric';
    return this.#dates({timeZone: 'UTC', day: 'numeric', month: 'short', year}).format(date);
  }

  /** The same with the day of the week, where there is room. */
  fullDay(text) {
    return this.#dates({timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long', year: 'numeric'})
      .format(new Date(`${text.slice(0, 10)}T00:00:00Z`));
  }

  month(text) {
    return this.#dates({timeZone: 'UTC', month: 'short', year: 'numeric'}).format(new Date(`${text.slice(0, 7)}-01T00:00:00Z`));
  }

  range({from, to}) {
    const thisYear = String(new Date().getUTCFullYear());
    const year = from.startsWith(thisYear) && to.startsWith(thisYear) ? undefined : 'numeric';
    return this.#dates({timeZone: 'UTC', day: 'numeric', month: 'short', year})
      .formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
  }

  /** An instant in the shop's zone. */
  moment(text) {
    return this.#dates({timeZone: this.#zone, day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23'})
      .format(new Date(text));
  }

  /** The time of day of an instant in the shop's zone. */
  clock(text, seconds = true) {
    return this.#dates({
      timeZone: this.#zone, hour: '2-digit', minute: '2-digit', second: seconds ? '2-digit' : undefined, hourCycle: 'h23',
    }).format(new Date(text));
  }

  /** The zone with its distance from UTC: "Asia/Taipei, UTC+8". */
  zone() {
    if (this.#zone === 'UTC') {
      return 'UTC';
    }
    const offset = this.#cached('offset', () => new Intl.DateTimeFormat('en', {timeZone: this.#zone, timeZoneName: 'shortOffset'}))
      .formatToParts().find(part => part.type === 'timeZoneName').value;
    return `${this.#zone}, ${offset.replace('GMT', 'UTC')}`;
  }

  list(words) {
    return this.#cached('list', () => new Intl.ListFormat(this.#intl)).format(words);
  }

  country(code) {
    return this.#name('region', code);
  }

  locale(tag) {
    return this.#name('language', tag);
  }

  #name(type, code) {
    try {
      return this.#cached(type, () => new Intl.DisplayNames(this.#intl, {type})).of(code) ?? code;
    } catch {
      return code;
    }
  }

  /** With its code, since TWD is "$" in Taiwan and "NT$" elsewhere. */
  #money(value, currency, options) {
    if (!currency) {
      return this.#number({minimumFractionDigits: 2, ...options}).format(value);
    }
    return this.#number({style: 'currency', currency, currencyDisplay: 'code', ...options}).format(value);
  }

  #number(options) {
    return this.#cached(JSON.stringify(options), () => new Intl.NumberFormat(this.#numbers, options));
  }

  #dates(options) {
    return this.#cached(`d${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(this.#intl, options));
  }

  /** Making a formatter costs a hundred times as much as using it. */
  #cached(key, make) {
    if (!this.#cache.has(key)) {
      this.#cache.set(key, make());
    }
    return this.#cache.get(key);
  }
}
