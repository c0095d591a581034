/** What strangers and faulty clients post to the routes that take JSON. */
import type { Posts } from './channelTalkRow.ts';
import { postJson } from './realService.ts';

const forwarded = { 'X-Forwarded-For': '10.0.0.1' };

/** Conversations of people, each begun once; only who knows the secret begins one. */
export function directLinePosts(url: string, secret: string): Posts {
  const root = `${url}/v3/directline/conversations`;
  const known = { Authorization: `Bearer ${secret}` };
  const begun = new Map<string, Promise<{ path: string; token: string }>>();
  const conversation = (who: string) => {
    const made =
      begun.get(who) ??
      postJson(root, {}, known).then(({ body }) => ({
        path: `${root}/${String(body.conversationId)}/activities`,
        token: String(body.token),
      }));
    begun.set(who, made);
    return made;
  };
  const whole = { type: 'message', id: 'one', from: { id: 'me' }, text: '开始自查' };
  const post = async (body: unknown, headers: Record<string, string> = known, who = 'somebody') =>
    (await postJson((await conversation(who)).path, body, headers)).status;
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
  return {
    good: (who, text, id) => post({ ...whole, text, id }, known, who),
    tampered: {
      'without a token': () => post(whole, {}),
      'a wrong secret': () => post(whole, bearer('another')),
      'another conversation’s token': async () => post(whole, bearer((await conversation('another')).token)),
      'a token with a letter changed': async () => {
        const { token } = await conversation('somebody');
        const at = token.length >> 1;
        return post(whole, bearer(`${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`));
      },
    },
    malformed: {
      'a list': () => post([whole]),
      'a text that is a number': () => post({ ...whole, text: 7 }),
      'a type that is none': () => post({ ...whole, type: 'nothing' }),
      'an id that is an object': () => post({ ...whole, id: {} }),
    },
    oversized: {
      'a value of 20,000 characters': () => post({ ...whole, value: 'x'.repeat(20_000) }),
      'a body of 300 KB': () => post({ ...whole, text: 'x'.repeat(300_000) }),
    },
  };
}

/** An activity as Teams posts it. */
export const teamsActivity = (serviceUrl: string, who: string, id: string) => ({
  type: 'message',
  id,
  channelId: 'msteams',
  serviceUrl,
  from: { id: who, name: '张三' },
  recipient: { id: 'bot', name: '国合申报助手' },
  conversation: { id: who, isGroup: false, conversationType: 'personal' },
});

export function teamsPosts(url: string, serviceUrl: string): Posts {
  const post = async (body: unknown, headers: Record<string, string> = {}) =>
    (await postJson(`${url}/api/messages`, body, headers)).status;
  const whole = { ...teamsActivity(serviceUrl, 'somebody', 'one'), text: '开始自查' };
  return {
    good: (who, text, id) => post({ ...teamsActivity(serviceUrl, who, id), text }),
    // Without an app id whoever is on this machine may post, and nobody else; tokens are tried in test/bot/channels/teams/.
    tampered: {
      'from another machine': () => post(whole, forwarded),
      'answers to another machine': () => post({ ...whole, serviceUrl: 'https://smba.trafficmanager.net/apac/' }),
      'answers to a host that only looks like this one': () =>
        post({ ...whole, serviceUrl: 'http://127.0.0.1.example.cn/' }),
    },
    malformed: {
      'a list': () => post([whole]),
      'no conversation': () => post({ ...whole, conversation: undefined }),
      'a sender without id': () => post({ ...whole, from: { name: '张三' } }),
      'a text that is an object': () => post({ ...whole, text: {} }),
    },
    oversized: {
      'an id of 401 characters': () => post({ ...whole, id: 'x'.repeat(401) }),
      'a body of 300 KB': () => post({ ...whole, text: 'x'.repeat(300_000) }),
    },
  };
}
