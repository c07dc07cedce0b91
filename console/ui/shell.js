import {html, nothing, render} from '../vendor/lit-html@3.3.3/lit-html.js';
import {effect} from '../vendor/signals-core@1.14.5/signals-core.mjs';
import {signIn, signInNeeded, takeTokenFromFragment} from '../app/access.js';
import {Context} from '../app/context.js';
import {chooseLanguage, keepLanguage, LANGUAGES, Texts} from '../app/i18n.js';
import {preferences} from '../app/storage.js';
import {controls} from './controls.js';
import './data-age.js';

const SECTIONS = [
  ['overview', 'live'],
  ['funnel', 'retention', 'sessions', 'paths'],
  ['products', 'searches', 'revenue'],
  ['attribution', 'recommendations', 'rfm'],
];

/**
 * Starts a page. `page`: {name, parameters (the URL's own beside the common ones), reports(context) → {slot: question},
 * body(context), intro?(context), hasRange?, hasCompare?(context), pollSeconds?, promiseSeconds?}.
 */
export async function startPage(page) {
  takeTokenFromFragment();
  const language = chooseLanguage(new URLSearchParams(location.search).get('lang'));
  document.documentElement.lang = language;
  const context = new Context(page, await Texts.load(language));
  document.title = `${context.t(`page.${page.name}`)} · Aisle`;
  const root = document.getElementById('app');
  effect(() => context.load());
  effect(() => render(shell(context, page), root));
  context.startPolling();
  // The address with the token, opened in a tab that shows the page already, loads nothing anew.
  addEventListener('hashchange', () => {
    takeTokenFromFragment();
    signInNeeded.value = false;
    context.refresh();
  });
}

function shell(context, page) {
  return html`
    <a class="skip" href="#main" @click=${focusMain}>${context.t('shell.skip')}</a>
    <header class="top">
      <button type="button" class="button round-menu" aria-haspopup="dialog" aria-label=${context.t('shell.menu')}
        @click=${() => document.getElementById('navigation').showModal()}>☰</button>
      <span class="brand">Aisle</span>
    </header>
    <nav class="side" aria-label=${context.t('shell.pages')}>${navigation(context, page)}</nav>
    <dialog id="navigation" aria-label=${context.t('shell.pages')} @click=${closeOnBackdrop}>
      <button type="button" class="button quiet close" @click=${event => event.target.closest('dialog').close()}>
        ${context.t('shell.close')}</button>
      ${navigation(context, page)}
    </dialog>
    <main id="main" tabindex="-1">
      <div class="title-row">
        <h1>${context.t(`page.${page.name}`)}</h1>
        ${signInNeeded.value ? nothing : html`${age(context, page)}<button type="button" class="button quiet tool"
          @click=${() => context.refresh()}>${context.t('age.refresh')}</button>`}
        <button type="button" class="button quiet tool" @click=${() => share(context)}>${context.t('share')}</button>
      </div>
      ${signInNeeded.value ? signInForm(context) : content(context, page)}
      <p class="toast" role="status" ?data-empty=${!context.said}>${context.said}</p>
    </main>`;
}

function content(context, page) {
  return html`
    ${page.hasRange === false ? nothing : controls(context)}
    ${banners(context)}
    ${page.body(context)}
    <footer class="foot fine">${footText(context, page)}</footer>`;
}

function navigation(context, page) {
  return html`<a class="brand" href=${context.linkTo('overview.html')}>Aisle</a>
    ${SECTIONS.map((names, index) => html`<p class="section" aria-hidden="true">${context.t(`section.${index}`)}</p>
      <ul>${names.map(name => html`<li><a href=${context.linkTo(`${name}.html`)}
        aria-current=${name === page.name ? 'page' : nothing}>${context.t(`page.${name}`)}</a></li>`)}</ul>`)}
    <div class="display">
      <div class="switch" role="group" aria-label=${context.t('shell.language')}>${Object.entries(LANGUAGES).map(([tag, {name}]) =>
        html`<a lang=${tag} href=${context.href({lang: tag})} @click=${() => keepLanguage(tag)} aria-current=${tag === context.texts.language ? 'true' : nothing}
          >${name}</a>`)}</div>
      <div class="switch" role="group" aria-label=${context.t('shell.theme')}>${['auto', 'light', 'dark'].map(theme =>
        html`<button type="button" aria-pressed=${theme === context.theme.value} @click=${() => chooseTheme(context, theme)}>
          ${context.t(`theme.${theme}`)}</button>`)}</div>
    </div>`;
}

function chooseTheme(context, theme) {
  if (theme === 'auto') {
    preferences.delete('aisle.theme');
    delete document.documentElement.dataset.theme;
  } else {
    preferences.set('aisle.theme', theme);
    document.documentElement.dataset.theme = theme;
  }
  context.theme.value = theme;
  dispatchEvent(new Event('themechange'));
}

function age(context, page) {
  const {answer, receivedAt} = context.newestState();
  if (!answer?.freshness) {
    return nothing;
  }
  const words = {
    newest: (newest, seconds) => context.t('age.newest', {
      time: seconds < 86_400 ? context.format.clock(newest) : context.format.moment(newest),
      zone: context.format.zone(),
      ago: context.format.ago(seconds),
    }),
    checked: seconds => context.t('age.checked', {ago: context.format.ago(seconds)}),
    none: context.t('age.none'),
  };
  return html`<data-age .data=${{...answer.freshness, receivedAt, promise: page.promiseSeconds ?? 300, words}}></data-age>`;
}

function banners(context) {
  const stale = context.staleSince();
  const notice = context.notice();
  return html`
    ${stale ? html`<p class="banner amber" role="status" data-state="stale">${context.t('stale', {
      time: context.format.moment(stale), zone: context.format.zone()})}</p>` : nothing}
    ${notice ? html`<p class="banner" data-state="notice">${notice}</p>` : nothing}`;
}

function footText(context, page) {
  const zone = context.t('foot.zone', {zone: context.format.zone()});
  return page.hasRange === false ? zone : `${context.t('foot.range', {range: context.format.range(context.range)})} · ${zone}`;
}

function signInForm(context) {
  return html`<form class="state sign-in" data-state="sign-in" @submit=${event => {
    event.preventDefault();
    signIn(event.target.elements.token.value);
    context.refresh();
  }}>
    <h2>${context.t('signin.title')}</h2><p>${context.t('signin.text')}</p>
    <label>${context.t('signin.token')} <input name="token" type="password" autocomplete="off" required></label>
    <button class="button primary">${context.t('signin.go')}</button>
  </form>`;
}

/** The address has the page's whole state, and never the token. */
async function share(context) {
  const address = new URL(context.href({lang: context.texts.language}), location.href).href;
  try {
    await navigator.clipboard.writeText(address);
    context.say(context.t('share.copied'));
  } catch {
    context.say(address);
  }
}

function focusMain(event) {
  event.preventDefault();
  document.getElementById('main').focus();
}

function closeOnBackdrop(event) {
  if (event.target === event.currentTarget) {
    event.currentTarget.close();
  }
}
