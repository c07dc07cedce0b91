import {html, nothing} from '../vendor/lit-html@3.3.3/lit-html.js';
import {lookup} from '../app/lookup.js';
import {choice} from '../ui/controls.js';
import {dataTable, pager} from '../ui/data-table.js';
import {panel} from '../ui/panel.js';
import {startPage} from '../ui/shell.js';

const KINDS = ['top', 'without_result', 'without_click'];
const HITS = 5;
/** What the shop's search answers now. */
const hitsOf = lookup(query => `/v1/search?${new URLSearchParams({q: query, size: HITS})}`, {failed: true});

startPage({
  name: 'searches',
  parameters: {sort: {default: '-searches'}, kind: {default: 'top', values: KINDS}, query: {default: ''}},
  reports: context => ({
    searches: context.question('searches', {
      kind: context.state.kind,
      sort: context.state.sort,
      page: context.state.page,
      size: 50,
    }),
  }),
  body: context => html`
    ${context.state.query ? today(context, context.state.query) : nothing}
    <div class="options">${choice(context, 'kind', KINDS, {label: context.t('searches.kind')})}</div>
    ${panel(context, {
      slot: 'searches',
      title: context.t(`kind.${context.state.kind}`),
      how: context.t(`how.searches.${context.state.kind}`),
      skeleton: 'tall',
      content: answer => html`${dataTable(context, answer, {sort: true, bar: 'searches', caption: context.t('searches.title')})}
        ${pager(context, answer)}`,
    })}`,
});

/** What a shopper who types this gets at this moment. */
function today(context, query) {
  const result = hitsOf(query);
  const title = context.t('searches.now', {query});
  return html`<section class="panel" aria-label=${title}><header class="panel-head"><h2>${title}</h2>
      <div class="panel-tools"><a class="button quiet" href=${context.href({query: ''})}>${context.t('shell.close')}</a></div></header>
    <div class="panel-body">${result === null ? html`<div class="skeleton short"></div>` : result.failed
      ? html`<p class="fine">${context.t('searches.now.failed')}</p>` : html`
        <p class="fine">${context.t('searches.now.total', {n: result.total ?? 0})}</p>
        <ol class="hits">${(result.hits ?? []).map(hit => html`<li><a
          href=${context.linkTo('products.html', {product: hit.id})}>${hit.title ?? hit.id}</a></li>`)}</ol>`}</div></section>`;
}
