import {html} from '../vendor/lit-html@3.3.3/lit-html.js';
import {signal} from '../vendor/signals-core@1.14.5/signals-core.mjs';
import {textOf} from '../ui/cells.js';
import {dataTable} from '../ui/data-table.js';
import {numberCard} from '../ui/number-card.js';
import {panel} from '../ui/panel.js';
import {startPage} from '../ui/shell.js';
import {timeline} from '../ui/timeline.js';

const MEASURES = ['page_views', 'searches', 'carts', 'orders'];
const paused = signal(false);

startPage({
  name: 'live',
  hasRange: false,
  pollSeconds: 5,
  promiseSeconds: 10,
  parameters: {metric: {default: 'page_views', values: ['visitors', ...MEASURES, 'product_views', 'events']}},
  reports: () => ({realtime: {report: 'realtime'}}),
  body: context => html`${panel(context, {
    slot: 'realtime',
    title: context.t('live.title'),
    how: context.t('how.live'),
    skeleton: 'tall',
    classes: 'hero',
    emptyIsFine: true,
    tools: () => pauseButton(context),
    content: answer => html`${now(context, answer)}${timeline(context, answer, context.state.metric, {kind: 'bar'})}
      ${recent(context, answer)}`,
    table: answer => html`${now(context, answer)}${dataTable(context, answer, {caption: context.t('live.title')})}
      ${recent(context, answer)}`,
  })}`,
});

function pauseButton(context) {
  return html`<button type="button" class="button quiet" aria-pressed=${paused.value} @click=${() => {
    paused.value = !paused.value;
    context.paused = paused.value;
    if (!paused.value) {
      context.refresh();
    }
  }}>${context.t(paused.value ? 'live.resume' : 'live.pause')}</button>`;
}

function now(context, answer) {
  return html`<div class="cards">
    <div class="card now"><span class="name">${context.t('live.now')}</span>
      <span class="figure">${context.format.value('count', answer.totals.visitors_now)}</span>
      <span class="change">${context.t('live.now.of')}</span></div>
    ${MEASURES.map(measure => numberCard(context, answer, measure, {
      chosen: measure === context.state.metric,
      choose: () => context.patch({metric: measure}, {replace: true}),
    }))}</div>`;
}

function recent(context, answer) {
  const events = answer.recent ?? [];
  return html`<h3 class="sub">${context.t('live.recent')}</h3>
    ${events.length === 0 ? html`<p class="fine">${context.t('live.quiet')}</p>` : html`<ul class="events">
      ${events.map(event => html`<li><time datetime=${event.time}>${context.format.clock(event.time)}</time>
        <span class="tag" data-action=${event.action}>${textOf(context, 'action', event.action)}</span>
        <span class="what" lang="">${event.title || event.product || event.page || ''}</span>
        <span class="fine">${event.country ? textOf(context, 'country', event.country) : ''}</span></li>`)}</ul>`}`;
}
