import {html, nothing} from '../vendor/lit-html@3.3.3/lit-html.js';
import {save} from './download.js';
import './menu-button.js';

/**
 * One report as a box: its heading with how it is counted, the switch between chart and table, the CSV, and below them
 * what `content(answer)` draws, or what stands there while there is nothing to draw. Old numbers stay, dimmed, while
 * new ones load, and under a banner when they do not come.
 *
 * @param options.slot which of the page's reports
 * @param options.table the content when "table" is chosen; without it there is no switch
 * @param options.skeleton height class of the empty box, so that nothing jumps when the numbers come
 * @param options.emptyIsFine whether an answer without rows is content too
 */
export function panel(context, {slot, title, how, content, table, tools, more, skeleton = 'medium', classes = '', emptyIsFine}) {
  const report = context.report(slot);
  const state = report.state.value;
  const {answer} = state;
  const asTable = table && context.state.view.includes(slot);
  const id = `panel-${slot}`;
  const draw = () => {
    if (!answer) {
      return state.error ? failure(context, report, state.error) : html`<div class="skeleton ${skeleton}"></div>`;
    }
    if (answer.isEmpty && !emptyIsFine) {
      return empty(context, answer);
    }
    return (asTable ? table : content)(answer);
  };
  return html`<section class="panel ${classes} ${state.loading && answer ? 'reloading' : ''}" aria-labelledby=${id}
      aria-busy=${state.loading}>
    <header class="panel-head">
      <h2 id=${id}>${title}</h2>
      ${how ? explanation(context, title, how) : nothing}
      <div class="panel-tools">
        ${tools ? tools(answer) : nothing}
        ${table ? viewSwitch(context, slot, title, asTable) : nothing}
        ${answer ? html`<button type="button" class="button quiet" aria-label=${context.t('csv.of', {title})}
          @click=${() => save(context, report, slot)}>CSV</button>` : nothing}
        ${more ? html`<a class="button quiet" href=${more}>${context.t('panel.all')}<span class="visually-hidden">
          ${title}</span></a>` : nothing}
      </div>
    </header>
    ${answer && state.error ? kept(context, report, state) : nothing}
    ${answer ? notNarrowed(context, answer.report) : nothing}
    <div class="panel-body">${draw()}</div>
  </section>`;
}

function notNarrowed(context, report) {
  const names = context.filtersWithout(report).map(name => context.t(`column.${name}`));
  return names.length === 0 ? nothing : html`<p class="fine note" data-state="not-narrowed">${context.t('filter.without', {
    names: context.format.list(names)})}</p>`;
}

/** Chart or table; the choice is in the URL like all else. */
function viewSwitch(context, slot, title, asTable) {
  const others = context.state.view.filter(name => name !== slot);
  const choice = (chosen, views, label) => html`<button type="button" aria-pressed=${chosen}
    @click=${() => context.patch({view: views, page: context.state.page}, {replace: true})}>${label}</button>`;
  return html`<div class="switch" role="group" aria-label=${context.t('view.of', {title})}>
    ${choice(!asTable, others, context.t('view.chart'))}${choice(asTable, [...others, slot], context.t('view.table'))}
  </div>`;
}

function explanation(context, title, text) {
  return html`<menu-button class="explanation"><button type="button" class="round"
    aria-label=${context.t('how.of', {title})}>i</button><p class="pop" hidden>${text}</p></menu-button>`;
}

/** Three sorts of nothing, each with its own way out. */
function empty(context, answer) {
  if (context.isNarrowed(answer.report)) {
    return html`<div class="state" data-state="no-match"><h3>${context.t('empty.filters')}</h3>
      <p>${context.t('empty.filters.text')}</p>
      <button type="button" class="button" @click=${() => context.clearFilters()}>${context.t('filter.clear')}</button></div>`;
  }
  if (!answer.freshness?.newest) {
    return html`<div class="state" data-state="nothing-sent"><h3>${context.t('empty.never')}</h3>
      <p>${context.t('empty.never.text')}</p><code>&lt;script src="…/console/tracker.js"&gt;&lt;/script&gt;</code></div>`;
  }
  return html`<div class="state" data-state="nothing-in-range"><h3>${context.t('empty.range')}</h3>
    <p>${context.t('empty.range.text')}</p>
    ${context.state.range === '12m' || !context.hasRange ? nothing : html`<button type="button" class="button"
      @click=${() => context.patch({range: '12m', from: '', to: ''})}>${context.t('empty.range.wider')}</button>`}</div>`;
}

function failure(context, report, error) {
  return html`<div class="state error" data-state=${error.kind} role="alert"><h3>${context.t(`error.${error.kind}`)}</h3>
    <p>${error.reason || context.t(`error.${error.kind}.text`)}</p>
    ${error.requestId ? html`<p class="fine">${context.t('error.request', {id: error.requestId})}</p>` : nothing}
    ${['unauthorized', 'forbidden'].includes(error.kind) ? nothing : html`<button type="button" class="button"
      @click=${() => report.refresh()}>${context.t('error.retry')}</button>`}</div>`;
}

/** The last good numbers stay; this says since when. */
function kept(context, report, {error, receivedAt}) {
  return html`<div class="banner amber" role="status" data-state="kept">
    <p>${context.t(`error.${error.kind}`)} ${context.t('error.kept', {
      time: context.format.clock(new Date(receivedAt).toISOString())})}</p>
    <button type="button" class="button" @click=${() => report.refresh()}>${context.t('error.retry')}</button></div>`;
}
