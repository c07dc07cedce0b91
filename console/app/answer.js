import {isOpen} from './dates.js';

/** A report's answer: columns by name, rows as objects. */
export class Answer {
  constructor(json) {
    Object.assign(this, json);
    this.rows = json.rows ?? [];
    this.totals = json.totals ?? {};
    this.columnsByName = new Map(json.columns.map((column, index) => [column.name, {...column, index}]));
  }

  column(name) {
    return this.columnsByName.get(name);
  }

  has(name) {
    return this.columnsByName.has(name);
  }

  cell(row, name) {
    const column = this.column(name);
    return column === undefined ? null : row[column.index];
  }

  /** The values of a column as numbers, null where unknown. */
  numbers(name, rows = this.rows) {
    const {index} = this.column(name);
    return rows.map(row => (row[index] === null || row[index] === undefined ? null : Number(row[index])));
  }

  /** How long a bucket of the first column is. */
  get bucket() {
    return this.columns[0].name === 'minute' ? 'minute' : this.granularity;
  }

  /**
   * Where the buckets begin that are not over yet.
   *
   * @param openFrom start of the bucket still filling
   */
  openIndex(openFrom) {
    const open = this.rows.findIndex(row => isOpen(row[0], openFrom));
    return open < 0 ? this.rows.length : open;
  }

  /** Money in a row is in the row's currency if it says one, else in the report's. */
  currencyOf(row) {
    return (row && this.cell(row, 'currency')) ?? this.currency;
  }

  /** Nothing was counted. A series of zeros says as little as no row. */
  get isEmpty() {
    const counted = Object.entries(this.totals).filter(([name]) => ['count', 'money'].includes(this.column(name)?.type));
    return this.rows.length === 0 || (counted.length > 0 && counted.every(([, value]) => Number(value ?? 0) === 0));
  }

  /**
   * The change of a measure against the range before, or null where there is nothing to compare with. The bucket that
   * is still filling is left out on both sides, since it would show a fall every morning.
   *
   * @param openFrom start of the bucket still filling
   */
  change(name, openFrom) {
    if (!this.previous) {
      return null;
    }
    const column = this.column(name);
    const relative = (now, before) => (before ? (now - before) / before : null);
    if (!['count', 'money'].includes(column.type) || !this.rows.length || this.previous.rows?.length !== this.rows.length) {
      return relative(Number(this.totals[name]), Number(this.previous.totals?.[name]));
    }
    const end = this.openIndex(openFrom) || this.rows.length;
    const sum = rows => this.numbers(name, rows.slice(0, end)).reduce((total, value) => total + value, 0);
    return relative(sum(this.rows), sum(this.previous.rows));
  }
}
