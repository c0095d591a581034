/**
 * 企业微信自建应用: members write to the app. What comes is kept before it is acknowledged; everything that is said goes by message/send,
 * since an answer may take longer than the five seconds in which a callback could carry one.
 */
import type { Incoming } from '../../conversations.ts';
import { daily } from '../../daily.ts';
import { wecomApi } from '../../wecom/api.ts';
import { wecomCallback } from '../../wecom/callback.ts';
import type { ChannelSurroundings, OpenChannel } from '../channel.ts';
import { type Heard, heardIn } from './incoming.ts';
import { wecomPresenting } from './present.ts';
import { appSender, type Chosen } from './send.ts';
import { welcoming } from './welcome.ts';
import { type Member, type Names, names } from './who.ts';

const name = 'wecom';

interface App {
  corpId: string;
  agentId: number;
  secret: string;
  token: string;
  encodingAesKey: string;
}

/** All of them or none: the environment was checked for that. */
function appIn(env: ChannelSurroundings['env']): App | undefined {
  const { WECOM_CORP_ID: corpId, WECOM_AGENT_ID: agentId, WECOM_SECRET: secret, WECOM_TOKEN: token } = env;
  const { WECOM_ENCODING_AES_KEY: encodingAesKey } = env;
  if (!corpId || !agentId || !secret || !token || !encodingAesKey) return undefined;
  return { corpId, agentId, secret, token, encodingAesKey };
}

export const openWecom: OpenChannel = async ({ server, env, conversations, store, now, log, metrics }) => {
  const app = appIn(env);
  if (!app) return undefined;
  const { corpId, agentId, secret, token, encodingAesKey } = app;
  const { documents } = store;
  const tokenFailed = (): void => metrics?.tokenErrors.inc({ channel: name });
  const api = wecomApi({ base: env.WECOM_API_BASE, corpId, secret, documents, now, log, tokenFailed });
  const { send, showChosen } = appSender({ api, agentId, markdown: env.WECOM_MARKDOWN === 'on', now, log });
  const known = names(await store.signingKey(), agentId);
  const greeter = welcoming({ name, documents, conversations, send, now });
  const stopSweeping = daily(greeter.sweep, log, 'greetings not swept');

  /** What goes on behind an acknowledged callback. */
  const aside = new Set<Promise<void>>();
  function meanwhile(what: string, work: Promise<void>): void {
    const done = work.catch((error: unknown) => log.error({ err: error }, what)).finally(() => aside.delete(done));
    aside.add(done);
  }

  async function take(plaintext: string): Promise<void> {
    const heard = heardIn(plaintext);
    if (!heard) return;
    const { userid } = heard;
    const member = known.member(userid);
    if (heard.kind === 'entered') return meanwhile('not welcomed', greeter.welcome(member, userid));
    const greeted = await greeter.knows(member);
    const taken = await conversations.accept({ ...incomingOf(heard, known), ...(greeted && { greeted }) });
    // Who was not, is greeted with the first reply.
    if (greeted) meanwhile('greeting not forgotten', forgetLeft(member));
    else meanwhile('greeting not noted', greeter.note(member));
    if (heard.kind !== 'pressed' || heard.responseCode === undefined || taken !== 'accepted') return;
    const { responseCode, pressed } = heard;
    meanwhile('card not updated', showUsed(member, { userid, responseCode, what: pressed.text }));
  }

  /** What is pressed while somebody at the desk has the talk chooses nothing. */
  async function showUsed({ conversation }: Member, chosen: Omit<Chosen, 'language'>): Promise<void> {
    if (await conversations.silent(conversation)) return;
    await showChosen({ ...chosen, language: await conversations.language(conversation) });
  }

  /** Who had everything deleted is greeted anew. */
  async function forgetLeft(member: Member): Promise<void> {
    await conversations.idle(member.conversation);
    if (!(await conversations.exists(member.conversation))) await greeter.forget(member);
  }

  const secrets = { token, encodingAesKey, receiveId: corpId };
  wecomCallback(server, { path: '/wecom/callback', secrets, agentId, now, log, take });
  return {
    name,
    ...wecomPresenting,
    send,
    // Its check for repeats goes by the text, and would swallow a question that is asked again.
    once: true,
    async stop() {
      await Promise.all([...aside, stopSweeping()]);
    },
  };
};

function incomingOf(heard: Exclude<Heard, { kind: 'entered' }>, known: Names): Incoming {
  const { conversation, id } = known.member(heard.userid);
  return {
    id: known.of(heard.id),
    channel: name,
    conversation,
    from: { id },
    type: 'message',
    ...(heard.kind === 'pressed' ? { value: heard.pressed } : { text: heard.kind === 'text' ? heard.text : '' }),
    address: { touser: heard.userid },
  };
}
