/** Callbacks as WeCom sends them: encrypted, signed, and spoiled where a test says so. */
import { randomBytes, randomInt } from 'node:crypto';
import { type CallbackSecrets, callbackCipher } from '../../../bot/wecom/crypto.ts';

/** Public sample values of Tencent's own libraries. */
export const sample: CallbackSecrets = {
  token: 'QDG6eK',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receiveId: 'wx5823bf96d3bd56c7',
};

/** What is sent; every part may be replaced. */
export interface Sealed {
  query: string;
  body: string;
}

/** XML of one level; numbers stand without CDATA, as WeCom writes them; `raw` XML goes behind. */
export function xmlOf(fields: Record<string, string | number>, raw = ''): string {
  const inner = Object.entries(fields).map(([name, value]) =>
    typeof value === 'number' ? `<${name}>${value}</${name}>` : `<${name}><![CDATA[${value}]]></${name}>`,
  );
  return `<xml>${inner.join('\n')}${raw}</xml>`;
}

export const envelope = (encrypted: string, to = sample.receiveId, agentId = 218): string =>
  `<xml><ToUserName><![CDATA[${to}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt><AgentID><![CDATA[${agentId}]]></AgentID></xml>`;

/** Encrypts and signs; each time anew, as WeCom's retries may be. */
export function sealed(plaintext: string, secrets: CallbackSecrets = sample): Sealed {
  const cipher = callbackCipher(secrets);
  const encrypted = cipher.seal(plaintext);
  return signed(encrypted, secrets, envelope(encrypted));
}

/** Signs what may not even be encrypted. */
export function signed(encrypted: string, secrets: CallbackSecrets = sample, body = envelope(encrypted)): Sealed {
  const timestamp = String(1_683_511_200 + randomInt(1000));
  const nonce = randomBytes(6).toString('hex');
  const signature = callbackCipher(secrets).sign(timestamp, nonce, encrypted);
  return { query: queryOf({ msg_signature: signature, timestamp, nonce }), body };
}

export const queryOf = (parameters: Record<string, string>): string => new URLSearchParams(parameters).toString();

export interface Acknowledged {
  status: number;
  text: string;
  type: string | null;
  /** Milliseconds until the answer was there. */
  ms: number;
}

async function answered(request: Promise<Response>): Promise<Acknowledged> {
  const begun = performance.now();
  const response = await request;
  const text = await response.text();
  return { status: response.status, text, type: response.headers.get('content-type'), ms: performance.now() - begun };
}

export const postCallback = (address: string, { query, body }: Sealed, type = 'text/xml'): Promise<Acknowledged> =>
  answered(fetch(`${address}?${query}`, { method: 'POST', headers: { 'Content-Type': type }, body }));

export const getCallback = (address: string, query: string): Promise<Acknowledged> =>
  answered(fetch(`${address}?${query}`));
