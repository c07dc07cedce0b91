import {authorization, refused} from './access.js';

/** Longer than the API gives a report (8 s) after a cold start. */
const TIMEOUT_MILLIS = 20_000;
const RETRIES = 2;
const RETRYABLE = new Set([429, 502, 503, 504]);
const KINDS = {400: 'invalid', 401: 'unauthorized', 403: 'forbidden', 404: 'missing', 429: 'busy', 503: 'busy'};

/** What went wrong, as a kind that the pages have words for, with the server's own reason and the request's id. */
export class ApiError extends Error {
  constructor(kind, {reason = '', requestId = '', retryable = false, retryAfterMillis = null} = {}) {
    super(reason || kind);
    Object.assign(this, {kind, reason, requestId, retryable, retryAfterMillis});
  }
}

/** The JSON at a path of the API. Reading is repeated twice when that may help; an abort is thrown as it is. */
export async function getJson(path, signal) {
  const response = await get(path, 'application/json', signal);
  return response.json();
}

/** A file from the API, for saving. */
export async function getFile(path, signal) {
  const response = await get(path, 'text/csv', signal);
  return response.blob();
}

async function get(path, accept, signal) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await once(path, accept, signal);
    } catch (error) {
      if (!error.retryable || attempt === RETRIES || signal?.aborted) {
        throw error;
      }
      await pause(error.retryAfterMillis ?? 300 * 2 ** attempt * (0.5 + Math.random()), signal);
    }
  }
}

async function once(path, accept, signal) {
  const timeout = AbortSignal.timeout(TIMEOUT_MILLIS);
  let response;
  try {
    response = await fetch(path, {
      headers: {accept, ...authorization()},
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    throw timeout.aborted ? new ApiError('timeout') : new ApiError('network', {retryable: true});
  }
  if (!response.ok) {
    throw await failure(response);
  }
  return response;
}

async function failure(response) {
  if (response.status === 401) {
    refused();
  }
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return new ApiError(KINDS[response.status] ?? (response.status < 500 ? 'invalid' : 'server'), {
    reason: reasonOf(await response.json().catch(() => null)),
    requestId: response.headers.get('x-request-id') ?? response.headers.get('apigw-requestid') ?? '',
    retryable: RETRYABLE.has(response.status),
    retryAfterMillis: Number.isFinite(seconds) ? Math.min(seconds, 5) * 1000 : null,
  });
}

/** The words of a problem document (RFC 9457). */
function reasonOf(problem) {
  const errors = problem?.errors?.map?.(error => [error.parameter, error.reason].filter(Boolean).join(': ')) ?? [];
  return errors.join('; ') || problem?.detail || '';
}

function pause(millis, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, millis);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
