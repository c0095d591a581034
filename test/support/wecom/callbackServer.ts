/** The callback address alone, on a server of its own, with what came through. */
import { onTestFinished } from 'vitest';
import { createLog } from '../../../bot/log.ts';
import { wecomCallback } from '../../../bot/wecom/callback.ts';
import { listen } from '../../bot/server/listening.ts';
import { postCallback, type Sealed, sample } from './callbacks.ts';

/** Seconds since 1970. */
export const time = 1_683_511_200;

interface Opened {
  secrets?: typeof sample;
  agentId?: number;
  /** Seconds. */
  at?: number;
  take?: (plaintext: string) => Promise<void>;
}

export async function callbackServer({ secrets = sample, agentId, at = time, take }: Opened = {}) {
  const taken: string[] = [];
  const written: string[] = [];
  const log = createLog('debug', { write: (line: string) => void written.push(line) });
  const { url, close } = await listen((server) =>
    wecomCallback(server, {
      path: '/wecom/callback',
      secrets,
      agentId,
      now: () => new Date(at * 1000),
      log,
      take: take ?? (async (plaintext) => void taken.push(plaintext)),
    }),
  );
  onTestFinished(close);
  const address = `${url}/wecom/callback`;
  const send = (what: Sealed, type?: string) => postCallback(address, what, type);
  return { address, taken, send, log: () => written.join('') };
}
