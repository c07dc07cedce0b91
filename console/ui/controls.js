import {html, nothing} from '../vendor/lit-html@3.3.3/lit-html.js';
import {FILTERS} from '../app/context.js';
import {isDay, PRESETS} from '../app/dates.js';
import {textOf} from './cells.js';
import './menu-button.js';

/** The range, what it is compared with, and the filters: one bar for the whole page. */
export function controls(context) {
  return html`<div class="controls">
    ${rangeMenu(context)} ${context.hasCompare ? compareMenu(context) : nothing} ${filterMenu(context)} ${chips(context)}
  </div>`;
}

function rangeMenu(context) {
  const {range} = context.state;
  const label = range === 'own' ? context.format.range(context.range) : context.t(`range.${range}`);
  return html`<menu-button class="range">
    <button type="button" class="button select" aria-label=${context.t('range.label', {range: label})}>${label}</button>
    <div class="pop" hidden>
      <p class="fine">${context.t('range.zone', {zone: context.format.zone()})}</p>
      <ul class="choices">${PRESETS.map(preset => html`<li><button type="button" data-close aria-pressed=${preset === range}
        @click=${() => context.patch({range: preset, from: '', to: ''})}>${context.t(`range.${preset}`)}</button></li>`)}</ul>
      <form class="own" @submit=${event => chooseOwn(context, event)}>
        <label>${context.t('range.from')} <input type="date" name="from" required .value=${context.range.from}></label>
        <label>${context.t('range.to')} <input type="date" name="to" required .value=${context.range.to}></label>
        <button class="button primary">${context.t('range.apply')}</button>
      </form>
    </div>
  </menu-button>`;
}

function chooseOwn(context, event) {
  event.preventDefault();
  const [from, to] = ['from', 'to'].map(name => event.target.elements[name].value).sort();
  if (isDay(from) && isDay(to)) {
    event.target.closest('menu-button').close(true);
    context.patch({range: 'own', from, to});
  }
}

function compareMenu(context) {
  const chosen = context.state.compare;
  const label = context.t(`compare.${chosen}`);
  return html`<menu-button class="compare">
    <button type="button" class="button select" aria-label=${context.t('compare.label', {compare: label})}>${label}</button>
    <div class="pop" hidden><ul class="choices">${['previous', 'year', 'none'].map(choice => html`<li><button type="button"
      data-close aria-pressed=${choice === chosen} @click=${() => context.patch({compare: choice})}>
      ${context.t(`compare.${choice}`)}</button></li>`)}</ul></div>
  </menu-button>`;
}

/** Values to filter by are those of the range shown; they are asked for when the menu is opened first. */
function filterMenu(context) {
  return html`<menu-button class="filters" @open=${() => context.loadSegments()}>
    <button type="button" class="button select">${context.t('filter.add')}</button>
    <div class="pop wide" hidden>${FILTERS.map(name => html`<fieldset><legend>${context.t(`column.${name}`)}</legend>
      ${segmentValues(context, name)}</fieldset>`)}</div>
  </menu-button>`;
}

function segmentValues(context, name) {
  const {answer, error} = context.segment(name).state.value;
  if (!answer) {
    return html`<p class="fine">${context.t(error ? `error.${error.kind}` : 'filter.loading')}</p>`;
  }
  const rows = answer.rows.filter(row => answer.cell(row, name));
  if (rows.length === 0) {
    return html`<p class="fine">${context.t('filter.none')}</p>`;
  }
  return html`<ul class="choices">${rows.map(row => {
    const value = answer.cell(row, name);
    const chosen = context.state[name].includes(value);
    return html`<li><label class="choice"><input type="checkbox" .checked=${chosen}
      @change=${() => (chosen ? context.removeFilter(name, value) : context.addFilter(name, value))}>
      <span>${textOf(context, name, value)}</span>
      <span class="fine">${context.format.value('count', answer.cell(row, 'sessions'))}</span></label></li>`;
  })}</ul>`;
}

function chips(context) {
  if (context.filters.length === 0) {
    return nothing;
  }
  return html`<ul class="chips" aria-label=${context.t('filter.chosen')}>
    ${context.filters.map(([name, value]) => html`<li class="chip"><span>${context.t(`column.${name}`)}:
      <b>${textOf(context, name, value)}</b></span><button type="button"
      aria-label=${context.t('filter.remove', {value: textOf(context, name, value)})}
      @click=${() => context.removeFilter(name, value)}>×</button></li>`)}
    <li><button type="button" class="button quiet" @click=${() => context.clearFilters()}>${context.t('filter.clear')}</button></li>
  </ul>`;
}

/** A choice of a page's own, as a row of buttons; `also` gives what else changes with it. */
export function choice(context, name, values, {label, text = value => context.t(`${name}.${value}`), also} = {}) {
  const chosen = context.state[name];
  return html`<div class="switch" role="group" aria-label=${label}>${values.map(value => html`<button type="button"
    aria-pressed=${value === chosen} @click=${() => context.patch({[name]: value, ...also?.(value)})}>${text(value)}</button>`)}</div>`;
}
