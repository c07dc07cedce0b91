import {html} from '../vendor/lit-html@3.3.3/lit-html.js';
import {Answer} from '../app/answer.js';
import {simplePage} from '../ui/simple-page.js';
import {timeline} from '../ui/timeline.js';

simplePage({
  name: 'revenue',
  choices: {granularity: ['day', 'week', 'month']},
  hasCompare: () => true,
  sort: 'period',
  parameters: context => ({compare: context.state.compare, size: 400}),
  before: (context, answer) => currencies(answer).map(currency => html`<div class="chart-of">
    ${timeline(context, only(answer, currency), 'net')}</div>`),
});

/** Amounts of different currencies have no common axis: one chart each, the largest first, three at most. */
function currencies(answer) {
  const sums = new Map();
  for (const row of answer.rows) {
    const currency = answer.cell(row, 'currency');
    sums.set(currency, (sums.get(currency) ?? 0) + Number(answer.cell(row, 'orders')));
  }
  return [...sums].sort(([, one], [, other]) => other - one).slice(0, 3).map(([currency]) => currency);
}

function only(answer, currency) {
  const inCurrency = rows => [...rows].filter(row => answer.cell(row, 'currency') === currency)
    .sort((one, other) => (one[0] < other[0] ? -1 : 1));
  const previous = answer.previous && {...answer.previous, rows: inCurrency(answer.previous.rows ?? [])};
  return new Answer({...answer, currency, previous, rows: inCurrency(answer.rows)});
}
