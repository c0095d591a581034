/** The API's client on the stand-in, with a clock that tests move on and waits that take no time. */

import { createLog } from '../../../bot/log.ts';
import { type WecomApi, wecomApi } from '../../../bot/wecom/api.ts';
import type { Documents } from '../../../state/documents.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { dataFolder } from '../hallTalk.ts';
import { type StandIn, wecomStandIn } from './standIn.ts';

export const secret = 'the secret of the app';

export interface ApiWorld {
  standIn: StandIn;
  /** Another process with the same home. */
  another(): WecomApi;
  api: WecomApi;
  waits: number[];
  pass(seconds: number): void;
  log(): string;
}

export async function apiWorld(documents?: Documents, timeout = 5000): Promise<ApiWorld> {
  const standIn = await wecomStandIn();
  standIn.answers.set('message/send', () => ({ msgid: 'm' }));
  const home = documents ?? embeddedStore(await dataFolder()).documents;
  const written: string[] = [];
  const waits: number[] = [];
  let at = Date.parse('2023-05-08T02:00:00Z');
  const another = (): WecomApi =>
    wecomApi({
      base: standIn.url,
      corpId: 'wx5823bf96d3bd56c7',
      secret,
      documents: home,
      now: () => new Date(at),
      log: createLog('debug', { write: (line: string) => void written.push(line) }),
      wait: async (ms) => void waits.push(ms),
      timeout,
    });
  return {
    standIn,
    another,
    api: another(),
    waits,
    pass(seconds) {
      at += seconds * 1000;
    },
    log: () => written.join(''),
  };
}

/** A message that any WeCom would take. */
export const send = (api: WecomApi) => api.call('message/send', { touser: 'zhangsan', text: { content: '您好' } });
