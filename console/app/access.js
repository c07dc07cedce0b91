import {signal} from '../vendor/signals-core@1.14.5/signals-core.mjs';
import {tab} from './storage.js';

const KEY = 'aisle.token';

/** Whether the API has refused the token, so that the page must ask for one. */
export const signInNeeded = signal(false);

/** The staff token comes once, in the fragment (#token=…), which browsers send to nobody; it leaves the URL at once. */
export function takeTokenFromFragment() {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const token = fragment.get('token');
  if (token !== null) {
    tab.set(KEY, token);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
}

export function authorization() {
  const token = tab.get(KEY);
  return token === null ? {} : {authorization: `Bearer ${token}`};
}

export function signIn(token) {
  tab.set(KEY, token.trim());
  signInNeeded.value = false;
}

export function refused() {
  tab.delete(KEY);
  signInNeeded.value = true;
}
