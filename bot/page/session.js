/** Which conversation this browser is in: kept in localStorage, renewed at the server, forgotten on request. */

const key = 'guohe.chat';
let inMemory = null;

function load() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? inMemory;
  } catch {
    return inMemory;
  }
}

function save(session) {
  inMemory = session;
  try {
    localStorage.setItem(key, JSON.stringify(session));
  } catch {
    // A browser that keeps nothing: the talk lasts as long as the page.
  }
}

/** A random id; `crypto.randomUUID` exists on https only. */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The conversation this browser was in, if any. */
export const conversation = () => load()?.conversationId;

/** Leaves the conversation: the next session is a new one. */
export function forget() {
  inMemory = null;
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** A session with a fresh token: of the conversation this browser was in, if the server still knows it. */
export async function renew() {
  const old = load();
  const response = await fetch('/chat/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(old?.resume ? { resume: old.resume } : {}),
    signal: AbortSignal.timeout?.(15_000),
  });
  if (!response.ok) throw new Error(`chat/token ${response.status}`);
  const { token, conversationId, resume } = await response.json();
  const session = { token, conversationId, resume, person: old?.person ?? `web-${randomId()}` };
  save(session);
  return session;
}
