/** What is posted to the callbacks of WeCom by those who may not, and what is wrong in itself. */
import type { Clock } from './channelTalk.ts';
import type { Posts } from './channelTalkRow.ts';
import { postCallback, type Sealed, sample, sealed, xmlOf } from './wecom/callbacks.ts';

type Fields = Record<string, string | number>;

/** What of a callback may be wrong, whatever it tells. */
export function callbackPosts(path: string, time: Clock, fields: Fields, before = () => {}): Omit<Posts, 'good'> {
  const seconds = () => Math.floor(time.now().getTime() / 1000);
  const xml = (more: Fields = {}) => xmlOf({ ToUserName: sample.receiveId, CreateTime: seconds(), ...fields, ...more });
  const post = async (what: Sealed) => {
    before();
    return (await postCallback(path, what)).status;
  };
  const changed = (change: (whole: Sealed) => Partial<Sealed>) => () => {
    const whole = sealed(xml());
    return post({ ...whole, ...change(whole) });
  };
  const parameter = (name: string, value: (old: string) => string) =>
    changed(({ query }) => {
      const all = new URLSearchParams(query);
      all.set(name, value(all.get(name) ?? ''));
      return { query: all.toString() };
    });
  return {
    tampered: {
      'no signature': changed(() => ({ query: 'timestamp=1683511200&nonce=1' })),
      'a signature with a letter changed': parameter(
        'msg_signature',
        (old) => (old[0] === 'a' ? 'b' : 'a') + old.slice(1),
      ),
      'a short signature': parameter('msg_signature', (old) => old.slice(1)),
      'two signatures': changed(({ query }) => ({ query: `${query}&msg_signature=1` })),
      'another time': parameter('timestamp', (old) => `${Number(old) + 1}`),
      'another body': changed(({ body }) => ({ body: body.replace('<Encrypt><![CDATA[', '<Encrypt><![CDATA[A') })),
      'another corp’s key': () => post(sealed(xml(), { ...sample, receiveId: 'ww0000000000000000' })),
      'for another corp inside': () => post(sealed(xml({ ToUserName: 'ww0000000000000000' }))),
      'an hour old': () => post(sealed(xml({ CreateTime: seconds() - 3600 }))),
      'an hour ahead': () => post(sealed(xml({ CreateTime: seconds() + 3600 }))),
      'not encrypted': changed(() => ({ body: xml() })),
    },
    malformed: {
      'no XML': changed(() => ({ body: 'nothing' })),
      'two Encrypts': changed(({ body }) => ({ body: body.replace('</xml>', '<Encrypt>x</Encrypt></xml>') })),
      'an entity': changed(({ body }) => ({ body: `<!DOCTYPE a [<!ENTITY b "c">]>${body}` })),
      'no XML inside': () => post(sealed('nothing')),
      'an entity inside': () => post(sealed(`<!DOCTYPE a [<!ENTITY b "c">]>${xml()}`)),
      'a field twice inside': () => post(sealed(xml().replace('</xml>', '<CreateTime>1</CreateTime></xml>'))),
    },
    oversized: {
      'a body of 65 KB': changed(({ body }) => ({ body: body.replace('</xml>', `${' '.repeat(65_536)}</xml>`) })),
      'a megabyte': changed(() => ({ body: `<xml>${'a'.repeat(1_000_000)}</xml>` })),
    },
  };
}
