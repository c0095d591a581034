/** The calls of 自建应用 on the stand-in: message/send, which cuts at 2048 bytes without a word, and cards that are updated once. */
import type { Json, StandIn } from './standIn.ts';

export interface AppSide {
  /** Members that the app may write to; undefined: everybody. */
  members: Set<string> | undefined;
  /** What members see, in order. */
  shown: { touser: string; text: string; card?: Json }[];
  /** Response codes that can still be used, once each. */
  codes: Set<string>;
}

/** What of the text arrives. */
const cut = (text: string): string => Buffer.from(text).subarray(0, 2048).toString();

export function appSide(standIn: StandIn): AppSide {
  const side: AppSide = { members: undefined, shown: [], codes: new Set() };
  let number = 0;
  standIn.answers.set('message/send', ({ body }) => {
    const touser = String(body.touser ?? '').toLowerCase();
    if (side.members && !side.members.has(touser)) return { errcode: 81013, errmsg: 'user & party & tag all invalid' };
    const text = (body.text ?? body.markdown) as Json | undefined;
    const card = body.template_card as Json | undefined;
    if (!text && !card) return { errcode: 40008, errmsg: 'invalid message type' };
    const content = cut(String(text?.content ?? ''));
    if (text && content.trim() === '') return { errcode: 44004, errmsg: 'empty content' };
    if (Buffer.byteLength(String(text?.content ?? '')) > 20_480) return { errcode: 40058, errmsg: 'too long' };
    side.shown.push({ touser, text: content, ...(card && { card }) });
    number += 1;
    const code = `sent-${number}`;
    if (card) side.codes.add(code);
    return { msgid: `m${number}`, ...(card && { response_code: code }) };
  });
  standIn.answers.set('message/update_template_card', ({ body }) =>
    side.codes.delete(String(body.response_code)) ? { invaliduser: [] } : { errcode: 42014, errmsg: 'code used' },
  );
  return side;
}
