import {html} from '../vendor/lit-html@3.3.3/lit-html.js';
import {FILTERS} from '../app/context.js';
import {UNKNOWN} from '../app/format.js';

/** Columns whose values are codes that the console has words for, by the text's prefix. */
const CODED = new Set(['action', 'channel', 'device', 'segment', 'kind']);

/** A value of a text column in words: a country's name, an action's, a segment's. */
export function textOf(context, name, value) {
  if (value === null || value === undefined) {
    return UNKNOWN;
  }
  if (value === '') {
    return context.t(name === 'source' ? 'value.direct' : 'value.unknown');
  }
  if (name === 'country') {
    return context.format.country(value);
  }
  if (name === 'locale') {
    return context.format.locale(value);
  }
  if (name === 'path') {
    return value.split('>').map(step => textOf(context, 'action', step.trim())).join(' › ');
  }
  if (CODED.has(name) && context.texts.has(`${name}.${value}`)) {
    return context.t(`${name}.${value}`);
  }
  return String(value);
}

/** What a column is called. */
export function heading(context, column) {
  const period = /^p(\d+)$/.exec(column.name);
  if (period) {
    return context.t('column.p', {number: period[1]});
  }
  return context.texts.has(`column.${column.name}`)
    ? context.t(`column.${column.name}`)
    : column.name.replaceAll('_', ' ');
}

/** A cell's content; what can be drilled into is a link or a button that covers its row. */
export function cellOf(context, answer, column, row, {drill = true, short = false} = {}) {
  const value = answer.cell(row, column.name);
  if (column.type === 'product') {
    return productCell(context, value, answer.cell(row, 'title'), {drill, short});
  }
  if (column.type === 'text' || column.type === 'currency') {
    const text = textOf(context, column.name, value);
    if (drill && column.name === 'query' && value) {
      return html`<a class="drill" lang="" href=${context.linkTo('searches.html', {query: value})}>${text}</a>`;
    }
    if (drill && FILTERS.includes(column.name) && value) {
      return html`<button type="button" class="drill" title=${context.t('filter.by', {value: text})}
        @click=${() => context.addFilter(column.name, value)}>${text}</button>`;
    }
    return text;
  }
  const {format} = context;
  const currency = answer.currencyOf(row);
  return short ? format.short(column.type, value, currency) : format.value(column.type, value, currency);
}

function productCell(context, id, title, {drill, short}) {
  if (!id) {
    return UNKNOWN;
  }
  const words = html`<span class="product-title" lang="">${title || id}</span>${title && !short ? html`<small>${id}</small>` : ''}`;
  return drill
    ? html`<a class="drill" href=${context.linkTo('products.html', {product: id})}>${words}</a>`
    : html`<span>${words}</span>`;
}

/** Numbers stand right, so that their digits align. */
export function isNumeric(column) {
  return ['count', 'money', 'ratio', 'seconds', 'number'].includes(column.type);
}
