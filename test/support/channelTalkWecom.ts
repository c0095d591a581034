/** The rows of 企业微信自建应用 and 微信客服: callbacks in, calls to the stand-in out. */
import { expect } from 'vitest';
import { cardIn, templateCard } from '../../bot/channels/wecom/card.ts';
import { contentOf } from '../../bot/channels/wecomKf/menu.ts';
import { bytesOf, mostBytes } from '../../bot/wecom/text.ts';
import type { Seen, Wire } from './channelTalk.ts';
import { callbackPosts } from './channelTalkCallbacks.ts';
import { type ChannelRow, ok } from './channelTalkRow.ts';
import { appSide } from './wecom/app.ts';
import { agentId, appEnv } from './wecom/appService.ts';
import { postCallback, sample, sealed, xmlOf } from './wecom/callbacks.ts';
import { account, kfSide } from './wecom/kf.ts';
import { event, kfEnv } from './wecom/kfService.ts';
import { wecomStandIn } from './wecom/standIn.ts';

interface TemplateCard {
  main_title: { title: string; desc?: string };
  button_list?: { text: string; key: string }[];
  checkbox?: { mode: number; option_list: { id: string; text: string }[] };
  submit_button?: { text: string; key: string };
}

/** What WeCom would refuse or cut (document/path/90236, 101032). */
function cardFaults({ main_title, button_list, checkbox }: TemplateCard): string[] {
  const options = checkbox?.option_list ?? [];
  return [
    ...(main_title.title === '' ? ['a card without a title'] : []),
    ...(button_list && (button_list.length < 1 || button_list.length > 6) ? [`${button_list.length} buttons`] : []),
    ...(checkbox && (options.length < 1 || options.length > 20) ? [`${options.length} options`] : []),
    ...(button_list ?? []).flatMap(({ key }) => tooLong(key, 1024)),
    ...options.flatMap(({ id }) => tooLong(id, 128)),
  ];
}

export const wecom: ChannelRow = {
  name: 'wecom',
  words: ({ text = '' }) => text,
  faults(message) {
    const card = cardIn(message.channelData);
    // It is sent instead of the text, which only the transcript keeps.
    return card ? cardFaults(templateCard(card, 'task') as TemplateCard) : tooLong(message.text ?? '', mostBytes);
  },
  async around(time) {
    const standIn = await wecomStandIn();
    const app = appSide(standIn);
    let number = 0;
    return {
      env: appEnv(standIn.url),
      posts: ({ url }) => ({
        good: async (who, text, id) => {
          const common = { ToUserName: sample.receiveId, FromUserName: who, AgentID: agentId };
          const CreateTime = Math.floor(time.now().getTime() / 1000);
          const xml = xmlOf({ ...common, CreateTime, MsgType: 'text', Content: text, MsgId: numberOf(id) });
          return (await postCallback(`${url}/wecom/callback`, sealed(xml))).status;
        },
        ...callbackPosts(`${url}/wecom/callback`, time, {
          FromUserName: 'somebody',
          AgentID: agentId,
          MsgType: 'text',
          Content: '开始自查',
          MsgId: '1',
        }),
      }),
      wire({ url }, who): Wire {
        let looked = 0;
        const send = async (fields: Record<string, string | number>, raw = '') => {
          const common = { ToUserName: sample.receiveId, FromUserName: who, AgentID: agentId };
          const xml = xmlOf({ ...common, CreateTime: Math.floor(time.now().getTime() / 1000), ...fields }, raw);
          ok((await postCallback(`${url}/wecom/callback`, sealed(xml))).status);
        };
        const pressed = (EventKey: string, raw = '') => {
          number += 1;
          const ids = { TaskId: `task-${number}`, ResponseCode: `pressed-${number}` };
          return send({ MsgType: 'event', Event: 'template_card_event', EventKey, ...ids }, raw);
        };
        return {
          post(text) {
            number += 1;
            return send({ MsgType: 'text', Content: text, MsgId: `45612553542513${number}` });
          },
          came() {
            const own = app.shown.slice(looked).filter(({ touser }) => touser === who.toLowerCase());
            looked = app.shown.length;
            return own.map(({ text, card }) =>
              card ? seenCard(card as unknown as TemplateCard, pressed) : { text, buttons: [] },
            ); // as the service made it
          },
        };
      },
    };
  },
};

/** MsgIds are numbers. */
const numberOf = (id: string): string => BigInt(`0x${Buffer.from(id).toString('hex').slice(-14)}`).toString();

/** Its title stands in no reply, and is not counted among the words. */
function seenCard(card: TemplateCard, pressed: (key: string, raw?: string) => Promise<void>): Seen {
  const { button_list = [], checkbox, submit_button } = card;
  const ticked = (...ids: string[]) => {
    const options = ids.map((id) => `<OptionId>${id}</OptionId>`).join('');
    return `<SelectedItems><SelectedItem><QuestionKey>choice</QuestionKey><OptionIds>${options}</OptionIds></SelectedItem></SelectedItems>`;
  };
  const several = checkbox?.mode === 1;
  return {
    text: '',
    ...(several && {
      tick: (numbers: readonly number[]) => pressed(submit_button?.key ?? '', ticked(...numbers.map(String))),
    }),
    buttons: [
      ...button_list.map(({ text, key }) => ({ label: text, press: () => pressed(key) })),
      ...(several ? [] : (checkbox?.option_list ?? [])).map(({ id, text }) => ({
        label: text.replace(/^\d+ /, ''),
        press: () => pressed(submit_button?.key ?? '', ticked(id)),
      })),
    ],
  };
}

export const wecomKf: ChannelRow = {
  name: 'wecomKf',
  words: ({ text = '' }) => text,
  faults(message) {
    const { msgtype, text, msgmenu } = contentOf({ ...message }) as KfContent;
    if (msgtype === 'text') return tooLong(text?.content ?? '', mostBytes - moreHint);
    const { head_content = '', list = [] } = msgmenu ?? {};
    return [
      ...tooLong(head_content, 1024 - moreHint),
      ...(list.length >= 1 && list.length <= 10 ? [] : [`${list.length} items of a menu`]),
      ...list.flatMap(({ click: { id, content } }) => [...tooLong(id, 128), ...tooLong(content, 128)]),
    ];
  },
  async around(time) {
    const standIn = await wecomStandIn();
    const kf = kfSide(standIn, time.now);
    return {
      env: kfEnv(standIn.url),
      async posts({ url }) {
        // It looks once by itself when it starts.
        await expect.poll(() => standIn.of('kf/sync_msg').length).toBeGreaterThan(0);
        const { MsgType, Event } = { MsgType: 'event', Event: 'kf_msg_or_event' };
        const path = `${url}/wecom-kf/callback`;
        return {
          async good(who, text, id) {
            kf.say(who, text, { msgid: id });
            return (await postCallback(path, sealed(event(time.now())))).status;
          },
          // Whoever could make it believe that something came would make it look, no more: so there is something.
          ...callbackPosts(path, time, { MsgType, Event, Token: 'token', OpenKfId: account }, () => {
            kf.say('somebody', '开始自查', { msgid: 'one' });
          }),
        };
      },
      wire({ url }, who): Wire {
        let looked = 0;
        const told = async () =>
          ok((await postCallback(`${url}/wecom-kf/callback`, sealed(event(time.now()), sample))).status);
        return {
          async post(text) {
            kf.say(who, text);
            await told();
          },
          came() {
            const own = kf.seen
              .slice(looked)
              .filter(({ touser, open_kfid }) => touser === who && open_kfid === account);
            looked = kf.seen.length;
            return own.map(({ text, menu }) => ({
              text,
              buttons: menu.map(({ content }) => ({
                label: content,
                async press() {
                  kf.click(who, content);
                  await told();
                },
              })),
            }));
          },
        };
      },
    };
  },
};

interface KfContent {
  msgtype: string;
  text?: { content: string };
  msgmenu?: { head_content: string; list: { click: { id: string; content: string } }[] };
}

/** Bytes of the line that says how much waits: it is put behind a message that was cut before. */
const moreHint = bytesOf('\n\n还有 30 条没有发完，回复“更多”接着看。');

function tooLong(text: string, most: number): string[] {
  const bytes = bytesOf(text);
  return bytes > 0 && bytes <= most ? [] : [`${bytes} bytes: ${text.slice(0, 30)}`];
}
