import {signal} from '../vendor/signals-core@1.14.5/signals-core.mjs';
import {getJson} from './api.js';

/**
 * What the API says of something that no report has, by its key: null until the answer is there. Asked for once.
 *
 * @param pathOf the path of the API for a key
 * @param failed what stands for an answer that does not come
 */
export function lookup(pathOf, failed = null) {
  const found = signal(new Map());
  const asked = new Set();
  return key => {
    if (!asked.has(key)) {
      asked.add(key);
      getJson(pathOf(key)).catch(() => failed).then(value => (found.value = new Map(found.peek()).set(key, value)));
    }
    return found.value.get(key) ?? null;
  };
}
