import {html} from '../vendor/lit-html@3.3.3/lit-html.js';
import {textOf} from '../ui/cells.js';
import {simplePage} from '../ui/simple-page.js';
import '../ui/share-bar.js';

simplePage({
  name: 'attribution',
  choices: {by: ['channel', 'query', 'kind', 'product'], window: ['P1D', 'P7D', 'P14D', 'P30D']},
  usual: {window: 'P7D'},
  sort: '-revenue',
  bar: 'revenue',
  before: (context, answer) => (context.state.by === 'channel' ? shares(context, answer) : ''),
});

/** Whose doing the revenue is, at a glance. */
function shares(context, answer) {
  return html`<ul class="shares">${answer.rows.map(row => html`<li>
    <span class="name">${textOf(context, 'channel', answer.cell(row, 'channel'))}</span>
    <span class="figure">${context.format.value('ratio', answer.cell(row, 'share'))}</span>
    <share-bar class="wide" value=${answer.cell(row, 'share') ?? 0}></share-bar>
    <span class="fine">${context.format.short('money', answer.cell(row, 'revenue'), answer.currencyOf(row))}</span></li>`)}</ul>`;
}
