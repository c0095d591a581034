/** What became of each answer: whether it is there, why not, and where else it went. */
import { type Html, html } from '../../html.ts';
import { clockOf } from '../transcripts/days.ts';
import { whyUndelivered } from '../undelivered.ts';
import type { Delivered } from './deliveries.ts';
import { chip, itemPath, type Looking, theirs } from './look.ts';
import type { LivePacket } from './packet.ts';
import { deliveryText, short } from './words.ts';

/** Answers that are shown, the last ones. */
const most = 5;

export function deliveredView({ deliveries }: Pick<LivePacket, 'deliveries'>, looking: Looking): Html {
  const shown = deliveries.slice(-most);
  return html`<div id="delivered" aria-live="polite">${
    shown.length === 0
      ? undefined
      : html`<h2>答复送达</h2><ul class="delivered">${shown.map((each) => entry(each, looking))}</ul>`
  }</div>`;
}

function entry({ at, by, text, state, why, again, others = [] }: Delivered, { timeZone }: Looking): Html {
  const { text: says, tone, follows } = deliveryText(state);
  const told = [...(why === undefined ? [] : [whyUndelivered(why)]), ...(follows === undefined ? [] : [follows])];
  return html`<li>${chip(again ? `补送：${says}` : says, tone)} <span>${clockOf(at, timeZone)} ${by}：${short(theirs(text), 40)}</span>
${told.length === 0 ? undefined : html`<span class="subtle">${told.join('；')}</span>`}
${others.length > 0 ? html`<span class="subtle">同样的答复还发给了 ${others.length} 人：${others.map(({ item, state: theirState }) => html`<a href="${itemPath(item)}">${theirState === undefined ? '没有发出' : deliveryText(theirState).text}</a> `)}</span>` : undefined}</li>`;
}
