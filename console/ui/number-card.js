import {html, nothing} from '../vendor/lit-html@3.3.3/lit-html.js';
import {heading} from './cells.js';
import {sparkline} from './timeline.js';

/**
 * A number of the whole range with its change and its shape. With `choose` the card is the button that puts its measure
 * into the chart.
 */
export function numberCard(context, answer, measure, {chosen, choose} = {}) {
  const column = answer.column(measure);
  if (!column) {
    return nothing;
  }
  const value = answer.totals[measure];
  const inside = html`<span class="name">${heading(context, column)}</span>
    <span class="figure" title=${context.format.value(column.type, value, answer.currency)}>
      ${withSmallCode(context.format.short(column.type, value, answer.currency))}</span>
    ${difference(context, answer, measure)}
    ${answer.rows.length > 2 ? sparkline(answer.numbers(measure).slice(0, answer.openIndex(context.openFrom(answer.bucket)))) : nothing}`;
  return choose
    ? html`<button type="button" class="card" aria-pressed=${chosen} @click=${choose}>${inside}</button>`
    : html`<div class="card">${inside}</div>`;
}

/** The currency's code is needed, and not what one looks for. */
function withSmallCode(text) {
  const [, code, amount] = /^([A-Z]{3})\s(.+)$/u.exec(text) ?? [];
  return code ? html`<small>${code}</small> ${amount}` : text;
}

function difference(context, answer, measure) {
  if (!answer.previous) {
    return nothing;
  }
  const change = answer.change(measure, context.openFrom(answer.bucket));
  if (change === null) {
    return html`<span class="change">–</span>`;
  }
  const direction = change > 0.0005 ? 'up' : change < -0.0005 ? 'down' : 'same';
  return html`<span class="change ${direction}" title=${context.t('change.how')}>
    <span aria-hidden="true">${{up: '▲', down: '▼', same: '■'}[direction]}</span> ${context.format.change(change)}
    <span class="visually-hidden">${context.t('change.than')}</span></span>`;
}
