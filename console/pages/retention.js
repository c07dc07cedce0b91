import {html} from '../vendor/lit-html@3.3.3/lit-html.js';
import {lengthOf, RANGES} from '../app/dates.js';
import {UNKNOWN} from '../app/format.js';
import {heading} from '../ui/cells.js';
import {choice} from '../ui/controls.js';
import {panel} from '../ui/panel.js';
import {startPage} from '../ui/shell.js';

const BY = ['day', 'week', 'month'];
/** As many days as the report answers. */
const MOST_DAYS = 62;
const MEASURES = ['people', 'customers', 'revenue'];
const SHADES = 10;

startPage({
  name: 'retention',
  parameters: {
    range: {default: '12m', values: RANGES},
    by: {default: 'month', values: BY},
    measure: {default: 'people', values: MEASURES},
    show: {default: 'share', values: ['share', 'count']},
  },
  reports: context => ({
    retention: context.question('retention', {
      by: context.state.by,
      measure: context.state.measure,
      size: 200,
    }),
  }),
  body: context => html`
    <div class="options">
      ${choice(context, 'by', BY, {label: context.t('retention.by'), also: by => rangeFor(context, by)})}
      ${choice(context, 'measure', MEASURES, {label: context.t('retention.measure')})}
      ${choice(context, 'show', ['share', 'count'], {label: context.t('retention.show')})}
    </div>
    ${panel(context, {
      slot: 'retention',
      title: context.t('retention.title'),
      how: context.t('how.retention'),
      skeleton: 'tall',
      content: answer => heatMap(context, answer),
    })}`,
});

/** Days of a year would be more than the report answers and a screen holds. */
function rangeFor(context, by) {
  return by === 'day' && lengthOf(context.range) > MOST_DAYS ? {range: '28d'} : {};
}

function heatMap(context, answer) {
  const periods = answer.columns.filter(column => /^p\d+$/.test(column.name));
  const cohorts = answer.rows.map(row => cohortOf(answer, row, periods));
  const caption = context.t('retention.title');
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${caption}>
    <table class="heat"><caption class="visually-hidden">${caption}</caption>
      <thead><tr><th scope="col">${context.t('column.cohort')}</th><th scope="col" class="number">${context.t('column.size')}</th>
        ${periods.map(column => html`<th scope="col" class="number">${heading(context, column)}</th>`)}</tr></thead>
      <tbody>${meanRow(context, cohorts, periods)}${cohorts.map(cohort => cohortRow(context, answer, cohort))}</tbody>
    </table></div>
    <p class="legend">${context.t(`retention.legend.${context.state.measure}`)}
      <span class="entry"><span class="key hatched"></span>${context.t('retention.running')}</span>
      ${context.state.by === 'week' ? html`<span>${context.t('chart.weeks')}</span>` : ''}</p>`;
}

/** What of a cohort came back, as shares and as amounts, whichever of the two the report gives. */
function cohortOf(answer, row, periods) {
  const size = Number(answer.cell(row, 'size'));
  const values = periods.map(column => {
    const value = answer.cell(row, column.name);
    return value === null || value === undefined ? null : Number(value);
  });
  const asShares = periods[0]?.type === 'ratio';
  const whole = periods[0]?.type === 'money' ? values[0] : size;
  return {
    row,
    start: answer.cell(row, 'cohort'),
    running: values.map((_, index) => answer.cell(row, 'unfinished') === index),
    size,
    type: periods[0]?.type,
    shares: values.map(value => (value === null ? null : asShares ? value : whole ? value / whole : 0)),
    amounts: values.map(value => (value === null ? null : asShares ? Math.round(value * size) : value)),
  };
}

function cohortRow(context, answer, {row, start, size, type, shares, amounts, running}) {
  const {show} = context.state;
  return html`<tr><th scope="row">${cohortName(context, start)}</th><td class="number">${context.format.value('count', size)}</td>
    ${shares.map((share, index) => {
      if (share === null) {
        return html`<td class="number none"></td>`;
      }
      const amount = type === 'money'
        ? context.format.short('money', amounts[index], answer.currencyOf(row))
        : context.format.value('count', amounts[index]);
      return html`<td class="number heat-${shade(share)} ${running[index] ? 'hatched' : ''}"
        title=${running[index] ? context.t('retention.running') : ''}>${show === 'share' ? context.format.value('ratio', share) : amount}</td>`;
    })}</tr>`;
}

/** Weighted by the cohorts' sizes, over those whose period is over. */
function meanRow(context, cohorts, periods) {
  const mean = index => {
    const known = cohorts.filter(cohort => cohort.shares[index] !== null && !cohort.running[index]);
    const people = known.reduce((sum, cohort) => sum + cohort.size, 0);
    return people === 0 ? null : known.reduce((sum, cohort) => sum + cohort.shares[index] * cohort.size, 0) / people;
  };
  return html`<tr class="mean"><th scope="row">${context.t('retention.mean')}</th>
    <td class="number">${context.format.value('count', cohorts.reduce((sum, cohort) => sum + cohort.size, 0))}</td>
    ${periods.map((_, index) => {
      const value = mean(index);
      return html`<td class="number">${value === null ? UNKNOWN : context.format.value('ratio', value)}</td>`;
    })}</tr>`;
}

function cohortName(context, start) {
  return context.state.by === 'month' ? context.format.month(start) : context.format.day(start);
}

function shade(share) {
  return Math.max(0, Math.min(SHADES, Math.round(Math.sqrt(Math.min(1, share)) * SHADES)));
}
