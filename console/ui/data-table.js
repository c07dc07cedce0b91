import {html, nothing} from '../vendor/lit-html@3.3.3/lit-html.js';
import {cellOf, heading, isNumeric} from './cells.js';
import './share-bar.js';

/**
 * Any report as a table.
 *
 * @param options.columns names of the columns shown, all by default
 * @param options.bar the column whose share of the largest value is drawn in the first column
 * @param options.sort whether the headings sort (the report is asked again, since the page has some of its rows only)
 * @param options.short whether numbers are shortened, where room is scarce
 * @param options.caption the table's name, for those who do not see its heading
 */
export function dataTable(context, answer, {columns, bar, sort = false, drill = true, short = false, caption}) {
  const shown = answer.columns
    .filter(column => !(column.name === 'title' && answer.columns.some(other => other.type === 'product')))
    .filter(column => !(column.name === 'currency' && answer.columns.some(other => other.type === 'money') && !columns))
    .filter(column => !columns || columns.includes(column.name));
  const most = bar && answer.has(bar) ? Math.max(...answer.numbers(bar).map(value => value ?? 0), 0) : 0;
  const cell = (column, row, index) => {
    const content = cellOf(context, answer, column, row, {drill, short});
    if (index > 0) {
      return html`<td class=${isNumeric(column) ? 'number' : ''}>${content}</td>`;
    }
    return html`<th scope="row">${most > 0
      ? html`<share-bar behind value=${Number(answer.cell(row, bar)) / most}></share-bar>` : nothing}${content}</th>`;
  };
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${caption}>
    <table class=${most > 0 ? 'ranked' : ''}>
      <caption class="visually-hidden">${caption}</caption>
      <thead><tr>${shown.map(column => headingCell(context, column, sort))}</tr></thead>
      <tbody>${answer.rows.map(row => html`<tr>${shown.map((column, index) => cell(column, row, index))}</tr>`)}</tbody>
    </table>
  </div>`;
}

function headingCell(context, column, sort) {
  const classes = isNumeric(column) ? 'number' : '';
  const name = heading(context, column);
  if (!sort || column.type === 'product') {
    return html`<th scope="col" class=${classes}>${name}</th>`;
  }
  const current = context.state.sort;
  const direction = current === column.name ? 'ascending' : current === `-${column.name}` ? 'descending' : 'none';
  // The largest first is what one wants to see of a number; the second click turns it round.
  const next = direction === 'descending' ? column.name : `-${column.name}`;
  return html`<th scope="col" class=${classes} aria-sort=${direction}>
    <button type="button" @click=${() => context.patch({sort: next})}>${direction === 'none'
      ? nothing : html`<span aria-hidden="true">${direction === 'ascending' ? '↑' : '↓'} </span>`}${name}</button>
  </th>`;
}

/** Which rows are shown, and the way to the others. */
export function pager(context, answer) {
  const pages = Math.ceil((answer.total ?? answer.rows.length) / (answer.size ?? Infinity));
  if (!(pages > 1)) {
    return nothing;
  }
  const first = (answer.page - 1) * answer.size + 1;
  const turn = (page, label) => html`<button type="button" class="button" ?disabled=${page < 1 || page > pages}
    @click=${() => context.patch({page})}>${label}</button>`;
  return html`<nav class="pager" aria-label=${context.t('pager.label')}>
    ${turn(answer.page - 1, context.t('pager.previous'))}
    <span>${context.t('pager.rows', {first, last: first + answer.rows.length - 1, total: answer.total})}</span>
    ${turn(answer.page + 1, context.t('pager.next'))}
  </nav>`;
}
