import {html, nothing, svg} from '../vendor/lit-html@3.3.3/lit-html.js';
import {heading} from './cells.js';
import './chart-box.js';

/** A measure over time, against the range before if that was asked for. The first column is the bucket's start. */
export function timeline(context, answer, measure, {kind = 'line'} = {}) {
  const [bucket] = answer.columns;
  const column = answer.column(measure);
  const {format} = context;
  const label = value => (bucket.type === 'time' ? format.clock(value, false) : format.day(value));
  const title = value => (bucket.type === 'time' ? format.moment(value) : format.fullDay(value));
  const values = answer.numbers(measure);
  const openFrom = answer.openIndex(context.openFrom(answer.bucket));
  const name = heading(context, column);
  const series = [{name, values, openFrom, titles: values.map((_, index) =>
    index < openFrom ? name : context.t('chart.open', {name}))}];
  if (answer.previous?.rows?.length) {
    const before = answer.numbers(measure, answer.previous.rows).slice(0, values.length);
    series.push({
      name: context.t('chart.before'),
      values: before,
      muted: true,
      titles: answer.previous.rows.map(row => context.t('chart.before.of', {bucket: label(row[0])})),
    });
  }
  const shown = value => format.value(column.type, value, answer.currency);
  const spec = {
    kind,
    series,
    labels: answer.rows.map(row => label(row[0])),
    titles: answer.rows.map(row => title(row[0])),
    format: shown,
    axis: value => format.axis(column.type, value),
    wholeNumbers: column.type === 'count',
    summary: summary(context, answer, name, values, title, shown),
  };
  return html`<chart-box class="chart" data-buckets=${values.length} .spec=${spec}></chart-box>
    <p class="legend">${entry('now', column.type === 'money' && answer.currency ? `${name} (${answer.currency})` : name)}
      ${series.length > 1 ? entry('before', context.t('chart.before')) : nothing}
      ${openFrom < values.length ? entry('open', context.t('chart.unfinished')) : nothing}
      ${answer.granularity === 'week' ? html`<span>${context.t('chart.weeks')}</span>` : nothing}</p>`;
}

function entry(key, text) {
  return html`<span class="entry"><span class="key ${key}"></span>${text}</span>`;
}

/** The chart in one sentence: its span, its least and its most. */
function summary(context, answer, name, values, title, shown) {
  const known = values.filter(value => value !== null);
  if (known.length === 0) {
    return name;
  }
  const at = value => title(answer.rows[values.indexOf(value)][0]);
  const most = Math.max(...known);
  const least = Math.min(...known);
  return context.t('chart.summary', {
    name,
    from: title(answer.rows[0][0]),
    to: title(answer.rows.at(-1)[0]),
    most: shown(most),
    mostAt: at(most),
    least: shown(least),
    leastAt: at(least),
  });
}

/** A tiny line beside a number: its shape only, without what is not over yet. */
export function sparkline(values) {
  const known = values.map(value => value ?? 0);
  const most = Math.max(...known, 1e-9);
  const step = 100 / Math.max(1, known.length - 1);
  const points = known.map((value, index) => `${(index * step).toFixed(1)},${(22 - (20 * value) / most).toFixed(1)}`);
  return html`<svg class="sparkline" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<polyline points=${points.join(' ')} vector-effect="non-scaling-stroke"></polyline>`}</svg>`;
}
