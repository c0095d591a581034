/** 企业微信: the texts and template cards that the app sends, on a plain phone. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Message } from '../../../bot/channels/channel.ts';
import { cardIn, templateCard } from '../../../bot/channels/wecom/card.ts';
import { type Html, html } from '../../../bot/html.ts';
import type { Browser } from '../../support/browser.ts';
import { typed } from '../conversation.ts';
import { inFolder, phone, shoot, today } from './shot.ts';
import { openTalks } from './talks.ts';

/** A question in the middle of the interview. */
const asked = [...typed.slice(0, typed.indexOf('为什么')), '负责人年龄有什么要求'];

export const wecomPictures = (browser: Browser): Promise<void> =>
  inFolder(async (folder) => {
    const talks = openTalks(folder, today);
    const spoken = async (name: string, lines: readonly string[]): Promise<Spoken[]> => {
      const all: Spoken[] = [];
      for (const text of lines) all.push({ text, replies: await talks.say('wecom', name, text) });
      return all;
    };
    const [question, whole] = [await spoken('question', asked), await spoken('whole', typed)];
    await talks.close();
    await photograph(browser, 'wecom-phone', question.slice(-1));
    await photograph(browser, 'wecom-verdict-phone', whole.slice(-1));
  });

interface Spoken {
  text: string;
  replies: readonly Message[];
}

async function photograph(browser: Browser, name: string, spoken: readonly Spoken[]): Promise<void> {
  const page = await browser.newPage({ viewport: phone });
  await page.setContent(screen(spoken).toString());
  await shoot(page, name);
  await page.close();
}

const icon = readFileSync(new URL('../../../bot/page/icon.svg', import.meta.url)).toString('base64');

const screen = (spoken: readonly Spoken[]): Html => html`<!doctype html>
<html lang="zh-CN"><title>企业微信</title><style>
body { margin: 0; background: #ededed; color: #1f1f1f; font: 16px/1.45 "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
header { padding: 12px; border-bottom: 1px solid #dcdcdc; font-weight: 600; text-align: center; }
main { display: grid; gap: 14px; padding: 14px 12px; }
.line { display: flex; gap: 10px; align-items: start; }
.line.mine { flex-direction: row-reverse; }
.line img, .me { flex: none; width: 38px; height: 38px; border-radius: 5px; }
.me { display: grid; place-items: center; background: #8d9db5; color: #fff; font-size: 14px; }
.bubble { max-width: 236px; padding: 9px 12px; border-radius: 5px; background: #fff; white-space: pre-wrap; overflow-wrap: anywhere; }
.mine .bubble { background: #cbe3ff; }
.card { width: 260px; padding: 0; overflow: hidden; }
.card b, .card small { display: block; padding: 10px 12px 0; }
.card small { padding: 0 12px 10px; color: #7a7a7a; }
.card span { display: block; padding: 9px; border-top: 1px solid #ececec; color: #2b6bc4; text-align: center; }
</style><header>国合申报助手</header><main>${spoken.map(
  ({ text, replies }) =>
    html`<div class="line mine"><span class="me">我</span><div class="bubble">${text}</div></div>${replies.map(
      (reply) =>
        html`<div class="line"><img src="data:image/svg+xml;base64,${icon}" alt="">${cardView(reply) ?? html`<div class="bubble">${reply.text}</div>`}</div>`,
    )}`,
)}</main></html>`;

/** A template card, as it is sent. */
function cardView({ channelData }: Message): Html | undefined {
  const card = cardIn(channelData);
  if (!card) return undefined;
  const { main_title: head, button_list: buttons, checkbox } = sent.parse(templateCard(card, 'picture'));
  const rows = buttons ?? checkbox?.option_list ?? [];
  return html`<div class="bubble card"><b>${head.title}</b><small>${head.desc}</small>${rows.map(({ text }) => html`<span>${text}</span>`)}</div>`;
}

const options = z.array(z.object({ text: z.string() }));
const sent = z.object({
  main_title: z.object({ title: z.string(), desc: z.string() }),
  button_list: options.optional(),
  checkbox: z.object({ option_list: options }).optional(),
});
