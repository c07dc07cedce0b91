import {html, nothing} from '../vendor/lit-html@3.3.3/lit-html.js';
import {lookup} from '../app/lookup.js';
import {dataTable, pager} from '../ui/data-table.js';
import {numberCard} from '../ui/number-card.js';
import {panel} from '../ui/panel.js';
import {startPage} from '../ui/shell.js';

const MEASURES = ['views', 'carts', 'orders', 'revenue', 'conversion'];
/** A product that the shop has no more has numbers still, and no facts. */
const productDocument = lookup(id => `/v1/products/${encodeURIComponent(id)}`);

startPage({
  name: 'products',
  parameters: {sort: {default: '-revenue'}, product: {default: ''}},
  reports: context => ({
    products: context.question('products', {
      product: context.state.product,
      sort: context.state.sort,
      page: context.state.page,
      size: 50,
    }),
  }),
  body: context => (context.state.product ? detail(context, context.state.product) : table(context)),
});

function table(context) {
  return panel(context, {
    slot: 'products',
    title: context.t('products.title'),
    how: context.t('how.products'),
    skeleton: 'tall',
    content: answer => html`${dataTable(context, answer, {sort: true, bar: 'revenue', caption: context.t('products.title')})}
      ${pager(context, answer)}`,
  });
}

function detail(context, id) {
  const document = productDocument(id);
  const title = document?.title?.[context.texts.language] ?? Object.values(document?.title ?? {})[0] ?? id;
  return html`<p><a class="back" href=${context.linkTo('products.html')}>‹ ${context.t('products.all')}</a></p>
    ${panel(context, {
      slot: 'products',
      title: html`<span lang="">${title}</span>`,
      how: context.t('how.products'),
      content: answer => html`${facts(context, document, id)}
        <div class="cards">${MEASURES.map(measure => numberCard(context, totalsOf(answer), measure))}</div>
        ${dataTable(context, answer, {drill: false, caption: context.t('products.title')})}`,
    })}`;
}

/** One product's row is its total. */
function totalsOf(answer) {
  const totals = Object.fromEntries(answer.columns.map(({name, index}) => [name, answer.cell(answer.rows[0], name)]));
  return Object.assign(Object.create(answer), {totals: {...answer.totals, ...totals}, previous: undefined});
}

function facts(context, document, id) {
  const fact = (name, value) => (value ? html`<div><dt>${context.t(name)}</dt><dd lang="">${value}</dd></div>` : nothing);
  return html`<dl class="facts">
    ${fact('product.id', id)}
    ${fact('product.brand', document?.brand)}
    ${fact('product.category', document?.category?.join(' › '))}
    ${fact('product.price', document?.price && context.format.value('money', document.price.amount, document.price.currency))}
    ${fact('product.stock', document?.stock === undefined ? '' : context.format.value('count', document.stock))}</dl>`;
}
