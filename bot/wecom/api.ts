/** Calls of one app to WeCom's API: with its token, within their limits, and each end said as what it means for a message. */
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import type { Documents } from '../../state/documents.ts';
import type { Log } from '../log.ts';
import { clean } from './clean.ts';
import { type Answered, request } from './request.ts';
import { seldom } from './seldom.ts';
import { type Fetched, tokenOwner } from './token.ts';
import { alarmOf, busy, deadToken, seenAddress, type Trouble, tooOften, troubleOf } from './trouble.ts';

export interface WecomApiOptions {
  /** `WECOM_API_BASE`: private and government WeCom have hosts of their own. */
  base: string;
  corpId: string;
  secret: string;
  documents: Documents;
  now: () => Date;
  log: Log;
  /** Told when a token could not be had. */
  tokenFailed?: () => void;
  /** Between tries, in milliseconds. */
  wait?: (ms: number) => Promise<unknown>;
  /** Milliseconds for one request. A send's lease in the outbox lasts a minute: three requests must fit in. */
  timeout?: number;
}

export type Called = { state: 'ok'; answer: Record<string, unknown> } | Trouble;

export interface WecomApi {
  /**
   * Posts JSON, or a form (media/upload), to `/cgi-bin/{path}`; without a body gets it.
   *
   * @param query besides the token
   */
  call(path: string, body: object | undefined, query?: Record<string, string>): Promise<Called>;
}

/** Milliseconds before each further try when WeCom is busy: three more at most. */
const pauses = [300, 900, 1800];

const tokenAnswer = z.object({ access_token: z.string().min(1).max(512), expires_in: z.number().positive() });

export function wecomApi(options: WecomApiOptions): WecomApi {
  const { base, corpId, secret, documents, now, log, wait = after, timeout = 8000 } = options;
  const warn = seldom(now);
  /** By path: nothing is sent there before (milliseconds since 1970). */
  const blocked = new Map<string, number>();
  const tokens = tokenOwner({ corpId, secret, documents, fetchToken, now });

  const urlOf = (path: string, query: Record<string, string>): URL => {
    const url = new URL(`${base}/cgi-bin/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url;
  };

  function told(path: string, { errcode, answer }: Answered): Trouble {
    const alarm = alarmOf(errcode);
    const ip = seenAddress(answer.errmsg);
    if (alarm)
      warn(`${path} ${errcode}`, (times) => log.error({ api: path, errcode, times, ...(ip && { ip }) }, alarm));
    const trouble = troubleOf(errcode);
    if (tooOften.codes.has(errcode)) {
      blocked.set(path, now().getTime() + tooOften.wait);
      warn(`${path} ${errcode}`, () => log.warn({ api: path, errcode }, '企业微信接口调用过于频繁，停一分钟'));
    }
    return trouble;
  }

  /** Tries again while WeCom is busy. */
  async function patiently(
    path: string,
    query: Record<string, string>,
    init: RequestInit,
  ): Promise<Answered | Trouble> {
    for (let tries = 0; ; tries += 1) {
      const end = await request(urlOf(path, query), init, timeout);
      const pause = pauses[tries];
      if (end.state !== 'answered' || end.errcode !== busy || pause === undefined) return end;
      await wait(pause);
    }
  }

  async function fetchToken(): Promise<Fetched> {
    const fetched = await askForToken();
    if (!('token' in fetched)) options.tokenFailed?.();
    return fetched;
  }

  async function askForToken(): Promise<Fetched> {
    const end = await patiently('gettoken', { corpid: corpId, corpsecret: secret }, {});
    if (end.state !== 'answered') return { ...end, state: 'retry', reason: `gettoken ${end.reason}` };
    if (end.errcode !== 0) return told('gettoken', end);
    const got = tokenAnswer.safeParse(end.answer);
    if (!got.success) return { state: 'retry', reason: 'gettoken without a token' };
    return { token: got.data.access_token, seconds: got.data.expires_in };
  }

  async function send(path: string, body: object | undefined, query: Record<string, string>): Promise<Called> {
    const init: RequestInit =
      body === undefined
        ? {}
        : body instanceof FormData
          ? { method: 'POST', body }
          : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(clean(body)) };
    let token = await tokens.current();
    for (let renewed = false; ; renewed = true) {
      if (typeof token !== 'string') return token;
      const end = await patiently(path, { ...query, access_token: token }, init);
      if (end.state !== 'answered') return end;
      if (end.errcode === 0) return { state: 'ok', answer: end.answer };
      if (renewed || !deadToken.has(end.errcode)) return told(path, end);
      token = await tokens.insteadOf(token);
    }
  }

  return {
    async call(path, body, query = {}) {
      const left = (blocked.get(path) ?? 0) - now().getTime();
      if (left > 0) return { state: 'retry', reason: 'too often', after: left };
      return send(path, body, query);
    },
  };
}
