import {preferences} from './storage.js';

/** Languages of the console: what the API and Intl call them. */
export const LANGUAGES = {
  // Days as in London, large numbers as in New York: a British "1m" could be a metre.
  en: {name: 'English', intl: 'en-GB', numbers: 'en-US'},
  'zh-Hant': {name: '繁體中文', intl: 'zh-Hant-TW', numbers: 'zh-Hant-TW'},
};

/** The language asked for in the URL, else the one chosen before, else the browser's. */
export function chooseLanguage(asked) {
  if (asked in LANGUAGES) {
    return asked;
  }
  const kept = preferences.get('aisle.language');
  if (kept in LANGUAGES) {
    return kept;
  }
  const first = navigator.languages.find(tag => /^(en|zh)\b/i.test(tag)) ?? 'en';
  return first.toLowerCase().startsWith('zh') ? 'zh-Hant' : 'en';
}

/** Remembers a choice. A link in another language, from somebody else, is none. */
export function keepLanguage(language) {
  preferences.set('aisle.language', language);
}

/** Texts of one language; `{name}` is filled in, and `{n}` picks between key.one and key.other. */
export class Texts {
  #messages;
  #plurals;
  #numbers;

  constructor(language, messages) {
    this.language = language;
    this.intl = LANGUAGES[language].intl;
    this.numbers = LANGUAGES[language].numbers;
    this.#messages = messages;
    this.#plurals = new Intl.PluralRules(this.intl);
    this.#numbers = new Intl.NumberFormat(this.intl);
  }

  static async load(language) {
    const response = await fetch(new URL(`../i18n/${language}.json`, import.meta.url));
    return new Texts(language, await response.json());
  }

  has(key) {
    return key in this.#messages;
  }

  get(key, values = {}) {
    const plural = typeof values.n === 'number' ? `${key}.${this.#plurals.select(values.n)}` : key;
    const text = this.#messages[plural] ?? this.#messages[`${key}.other`] ?? this.#messages[key] ?? key;
    return text.replaceAll(/\{(\w+)\}/g, (_, name) =>
      typeof values[name] === 'number' ? this.#numbers.format(values[name]) : (values[name] ?? ''));
  }
}
