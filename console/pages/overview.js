import {html} from '../vendor/lit-html@3.3.3/lit-html.js';
import {dataTable} from '../ui/data-table.js';
import {numberCard} from '../ui/number-card.js';
import {panel} from '../ui/panel.js';
import {startPage} from '../ui/shell.js';
import {timeline} from '../ui/timeline.js';

const MEASURES = ['revenue', 'orders', 'conversion', 'visitors', 'search_use'];
/** As many rows as show the point; the whole is a page of its own. */
const FEW = 8;

startPage({
  name: 'overview',
  hasCompare: () => true,
  parameters: {metric: {default: 'revenue', values: MEASURES}},
  reports: context => ({
    overview: context.question('overview', {granularity: context.granularity, compare: context.state.compare}),
    products: context.question('products', {size: FEW, sort: '-revenue'}),
    searches: context.question('searches', {kind: 'top', size: FEW, sort: '-searches'}),
    sources: context.question('sessions', {by: 'source', size: FEW, sort: '-sessions'}),
  }),
  body: context => html`
    ${panel(context, {
      slot: 'overview',
      title: context.t('overview.title'),
      how: context.t('how.overview'),
      skeleton: 'tall',
      classes: 'hero',
      content: answer => html`${cards(context, answer)}${timeline(context, answer, context.state.metric)}`,
      table: answer => html`${cards(context, answer)}${dataTable(context, answer, {caption: context.t('overview.title')})}`,
    })}
    <div class="columns">
      ${list(context, 'products', ['product', 'orders', 'revenue'], 'revenue')}
      ${list(context, 'searches', ['query', 'searches', 'ctr'], 'searches')}
      ${list(context, 'sources', ['source', 'sessions', 'conversion'], 'sessions')}
    </div>`,
});

function cards(context, answer) {
  return html`<div class="cards">${MEASURES.map(measure => numberCard(context, answer, measure, {
    chosen: measure === context.state.metric,
    choose: () => context.patch({metric: measure}, {replace: true}),
  }))}</div>`;
}

function list(context, slot, columns, bar) {
  const title = context.t(`overview.${slot}`);
  const page = slot === 'sources' ? context.linkTo('sessions.html', {by: 'source'}) : context.linkTo(`${slot}.html`);
  return panel(context, {
    slot,
    title,
    more: page,
    content: answer => dataTable(context, answer, {columns, bar, short: true, caption: title}),
  });
}
