/**
 * 微信客服: anybody with WeChat. A callback only says that something has come; it is fetched by a cursor, so that a lost callback
 * loses nothing, and a repeated one repeats nothing.
 */
import { z } from 'zod';
import { daily } from '../../daily.ts';
import type { Env } from '../../env.ts';
import { wecomApi } from '../../wecom/api.ts';
import { wecomCallback } from '../../wecom/callback.ts';
import type { CallbackSecrets } from '../../wecom/crypto.ts';
import { seldom } from '../../wecom/seldom.ts';
import { readXml } from '../../wecom/xml.ts';
import type { OpenChannel } from '../channel.ts';
import { name } from './address.ts';
import { kfWindow } from './budget.ts';
import { kfGreeter } from './greeting.ts';
import { kfPresenting } from './present.ts';
import { kfSend } from './send.ts';
import { kfSessions } from './sessions.ts';
import { kfSync } from './sync.ts';
import { keepSyncing } from './syncing.ts';
import { kfTake } from './take.ts';
import { kfUndelivered } from './undelivered.ts';

/** Events of 微信客服 name no sender, app or id (document/path/94670). */
const hint = z.object({ Event: z.literal('kf_msg_or_event'), Token: z.string().optional(), OpenKfId: z.string() });

interface Settings {
  corpId: string;
  secret: string;
  callback: CallbackSecrets;
  accounts: readonly string[];
}

/** All or none of them is there (`bot/envTogether.ts`). */
function settingsOf(env: Env): Settings | undefined {
  const { WECOM_CORP_ID, WECOM_KF_SECRET, WECOM_KF_TOKEN, WECOM_KF_ENCODING_AES_KEY, WECOM_KF_OPEN_KFIDS } = env;
  if (!WECOM_CORP_ID || !WECOM_KF_SECRET || !WECOM_KF_TOKEN || !WECOM_KF_ENCODING_AES_KEY || !WECOM_KF_OPEN_KFIDS)
    return undefined;
  return {
    corpId: WECOM_CORP_ID,
    secret: WECOM_KF_SECRET,
    callback: { token: WECOM_KF_TOKEN, encodingAesKey: WECOM_KF_ENCODING_AES_KEY, receiveId: WECOM_CORP_ID },
    accounts: [...new Set(WECOM_KF_OPEN_KFIDS)],
  };
}

const day = 24 * 60 * 60 * 1000;

export const openWecomKf: OpenChannel = async ({ server, env, conversations, store, now, log, metrics }) => {
  const settings = settingsOf(env);
  if (!settings) return undefined;
  const { corpId, secret, callback, accounts } = settings;
  const { documents, talks } = store;
  const handoff = env.WECOM_KF_HANDOFF;
  const warn = seldom(now);
  const tokenFailed = (): void => metrics?.tokenErrors.inc({ channel: name });
  const api = wecomApi({ base: env.WECOM_API_BASE, corpId, secret, documents, now, log, tokenFailed });
  const sessions = kfSessions({ api, documents, now, log });
  const greeter = kfGreeter({ api, conversations, documents, now, log });
  const undelivered = kfUndelivered(store, log);
  const take = kfTake({ conversations, sessions, greeter, undelivered, now, log });
  const sync = kfSync({ api, documents, take, now, log });
  // Before the route is there: what comes from now on is not history.
  for (const account of accounts) await sync.begin(account);
  const syncing = keepSyncing({ sync, accounts, now, log });
  // By then every channel is open, and what is taken in can be answered.
  server.once('listening', () => syncing.begin());
  wecomCallback(server, {
    path: '/wecom-kf/callback',
    secrets: callback,
    now,
    log,
    async take(plaintext) {
      const event = readXml(plaintext, hint);
      if (!event) return;
      if (accounts.includes(event.OpenKfId)) syncing.hint(event.OpenKfId, event.Token);
      else warn(event.OpenKfId, () => log.warn({ account: event.OpenKfId }, '这个客服账号不在 WECOM_KF_OPEN_KFIDS 里'));
    },
  });
  const forgetting = () => greeter.forget(new Date(now().getTime() - env.RETENTION_DAYS * day));
  const stopForgetting = daily(forgetting, log, 'kf greetings not forgotten');
  return {
    name,
    ...kfPresenting(handoff),
    window: (conversation) => kfWindow(talks, conversation, now()),
    send: kfSend({ api, talks, sessions, handoff, now, log }),
    async stop() {
      await Promise.all([syncing.stop(), stopForgetting()]);
    },
  };
};
