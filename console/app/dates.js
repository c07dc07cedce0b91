const DAY_MILLIS = 86_400_000;

/** Ranges that a person picks by name, in the order shown. */
export const PRESETS = ['today', 'yesterday', '7d', '28d', '91d', 'month', 'lastmonth', 'year', '12m'];

/** All that a range can be: a preset, or two days of one's own. */
export const RANGES = [...PRESETS, 'own'];

/** By time zone: making one costs a hundred times as much as using it. */
const dayFormats = new Map();

/** A day (yyyy-mm-dd) in a time zone. */
export function dayIn(zone, instant = new Date()) {
  if (!dayFormats.has(zone)) {
    dayFormats.set(zone, new Intl.DateTimeFormat('en', {timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit'}));
  }
  const parts = dayFormats.get(zone).formatToParts(instant);
  const part = type => parts.find(one => one.type === type).value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}

export function addDays(day, days) {
  return new Date(Date.parse(day) + days * DAY_MILLIS).toISOString().slice(0, 10);
}

/** How many days a range has, both ends counted. */
export function lengthOf({from, to}) {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLIS) + 1;
}

export function isDay(text) {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** First and last day of a preset; weeks of days end today, so that "7 days" has seven buckets. */
export function rangeOf(preset, today) {
  const firstOfMonth = `${today.slice(0, 8)}01`;
  switch (preset) {
    case 'today':
      return {from: today, to: today};
    case 'yesterday':
      return {from: addDays(today, -1), to: addDays(today, -1)};
    case 'month':
      return {from: firstOfMonth, to: today};
    case 'lastmonth': {
      const last = addDays(firstOfMonth, -1);
      return {from: `${last.slice(0, 8)}01`, to: last};
    }
    case 'year':
      return {from: `${today.slice(0, 4)}-01-01`, to: today};
    case '12m':
      return {from: addDays(today, -364), to: today};
    default:
      return {from: addDays(today, 1 - Number.parseInt(preset, 10)), to: today};
  }
}

/** Buckets that leave a chart readable. */
export function granularityFor(range) {
  const days = lengthOf(range);
  if (days <= 1) {
    return 'hour';
  }
  return days <= 92 ? 'day' : days <= 400 ? 'week' : 'month';
}

/** The start of the bucket that is still filling, comparable with the bucket's own start. */
export function openBucket(granularity, zone, now = new Date()) {
  const today = dayIn(zone, now);
  switch (granularity) {
    case 'minute':
      return floor(now, 60_000);
    case 'hour':
      return floor(now, 3_600_000);
    case 'week':
      // ISO weeks: they start on Monday.
      return addDays(today, -((new Date(Date.parse(today)).getUTCDay() + 6) % 7));
    case 'month':
      return `${today.slice(0, 8)}01`;
    default:
      return today;
  }
}

function floor(now, millis) {
  return new Date(Math.floor(now.getTime() / millis) * millis).toISOString();
}

/** Whether a bucket is the one still filling. */
export function isOpen(start, openFrom) {
  return Date.parse(start) >= Date.parse(openFrom);
}
