import {html, nothing} from '../vendor/lit-html@3.3.3/lit-html.js';
import {textOf} from '../ui/cells.js';
import {choice} from '../ui/controls.js';
import {dataTable} from '../ui/data-table.js';
import {panel} from '../ui/panel.js';
import {startPage} from '../ui/shell.js';
import '../ui/share-bar.js';

const ACTIONS = ['page_view', 'search', 'product_view', 'click', 'add_to_cart', 'remove_from_cart', 'checkout', 'purchase',
  'recommendation_impression', 'recommendation_click'];
const USUAL = ['product_view', 'add_to_cart', 'checkout', 'purchase'];
const LEAST = 2;
const MOST = 8;
const WINDOWS = ['PT1H', 'P1D', 'P7D', 'P30D'];

startPage({
  name: 'funnel',
  parameters: {
    step: {default: USUAL, values: ACTIONS},
    mode: {default: 'ordered', values: ['ordered', 'strict']},
    scope: {default: 'session', values: ['session', 'person']},
    window: {default: 'P7D', values: WINDOWS},
  },
  reports: context => ({
    funnel: context.question('funnel', {
      steps: context.state.step.join(','),
      mode: context.state.mode,
      scope: context.state.scope,
      window: context.state.scope === 'person' ? context.state.window : null,
    }),
  }),
  body: context => html`${stepEditor(context)}${panel(context, {
    slot: 'funnel',
    title: context.t('funnel.title'),
    how: context.t(`how.funnel.${context.state.mode}`),
    skeleton: 'tall',
    content: answer => steps(context, answer),
    table: answer => dataTable(context, answer, {caption: context.t('funnel.title')}),
  })}`,
});

function stepEditor(context) {
  const chosen = context.state.step;
  const set = step => context.patch({step});
  const swapped = (index, other) => chosen.map((name, at) => (at === index ? chosen[other] : at === other ? chosen[index] : name));
  const button = (text, label, enabled, next) => html`<button type="button" class="button quiet" aria-label=${label}
    ?disabled=${!enabled} @click=${() => set(next())}>${text}</button>`;
  return html`<details class="panel editor"><summary>${context.t('funnel.edit')}
      <span class="fine">${chosen.map(name => textOf(context, 'action', name)).join(' › ')}</span></summary>
    <ol>${chosen.map((name, index) => {
      const values = {number: index + 1, name: textOf(context, 'action', name)};
      return html`<li><select aria-label=${context.t('funnel.step', values)}
          @change=${event => set(chosen.map((one, at) => (at === index ? event.target.value : one)))}>
          ${ACTIONS.map(action => html`<option value=${action} ?selected=${action === name}
            ?disabled=${action !== name && chosen.includes(action)}>${textOf(context, 'action', action)}</option>`)}</select>
        ${button('↑', context.t('funnel.up', values), index > 0, () => swapped(index, index - 1))}
        ${button('↓', context.t('funnel.down', values), index < chosen.length - 1, () => swapped(index, index + 1))}
        ${button('×', context.t('funnel.remove', values), chosen.length > LEAST, () => chosen.filter(one => one !== name))}</li>`;
    })}</ol>
    ${button(context.t('funnel.add'), context.t('funnel.add'), chosen.length < MOST,
      () => [...chosen, ACTIONS.find(action => !chosen.includes(action))])}
    <div class="options">
      ${choice(context, 'mode', ['ordered', 'strict'], {label: context.t('funnel.mode')})}
      ${choice(context, 'scope', ['session', 'person'], {label: context.t('funnel.scope')})}
      ${context.state.scope === 'person'
        ? choice(context, 'window', WINDOWS, {label: context.t('funnel.window'), text: value => context.t(`window.${value}`)})
        : nothing}
    </div></details>`;
}

/** Each step as a bar: full for those who came, grey for those who were lost since the step before. */
function steps(context, answer) {
  const {format} = context;
  return html`<ol class="funnel">${answer.rows.map((row, index) => {
    const value = (type, name) => format.value(type, answer.cell(row, name));
    return html`<li>
      ${index === 0 ? nothing : html`<p class="between">${context.t('funnel.between', {
        share: value('ratio', 'of_previous'), lost: value('count', 'lost'), time: value('seconds', 'median_seconds')})}</p>`}
      <div class="step"><span class="step-name"><b>${index + 1}</b> ${textOf(context, 'action', answer.cell(row, 'action'))}</span>
        <span class="step-share">${value('ratio', 'of_first')}</span>
        <span class="step-count">${value('count', 'count')}</span></div>
      <share-bar class="wide" value=${answer.cell(row, 'of_first') ?? 0}></share-bar></li>`;
  })}</ol>`;
}
