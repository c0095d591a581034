/** The line over an item that says how it stands, and what may be done with it as a whole. */
import { type Html, html } from '../../html.ts';
import { chip, deedForm, type Looking, mayAct, moment, outOfHours, waitText } from './look.ts';
import type { LivePacket } from './packet.ts';
import { sinceText, whyText, windowText } from './words.ts';

export type Stand = Pick<LivePacket, 'item' | 'channel' | 'window'>;

export function strip({ item, channel, window }: Stand, looking: Looking): Html {
  const { names, now, timeZone } = looking;
  const limit = item.state === 'closed' ? undefined : windowText(window, now);
  return html`<div class="strip" id="strip">
<p class="tags">${chip(names.desk(item.state), item.state)}${chip(whyText(item.why), 'plain')}<span>${names.channel(channel)}</span><span>${moment(item.askedAt, timeZone)} 提出</span>${outOfHours(item.askedAt, looking)}${whoHas({ item, channel }, looking)}${limit ? chip(limit.text, limit.tone) : undefined}</p>
${deeds(item, looking)}
</div>`;
}

function whoHas({ item }: Stand, looking: Looking): Html {
  const { now, request, timeZone } = looking;
  const { state, by, takenAt, answeredAt, closedAt, askedAt } = item;
  if (state === 'pending') return html`<span>已等 ${waitText(askedAt, looking)}</span>`;
  const who = by === undefined ? '咨询台' : by.id === request.member.id ? '我' : by.name;
  if (state === 'closed')
    return html`<span>${answeredAt === undefined ? '没有答复' : html`${who} 已答复`}${closedAt === undefined ? undefined : html`，${moment(closedAt, timeZone)} 结束`}</span>`;
  const since = answeredAt ?? takenAt ?? askedAt;
  return html`<span><b>${who}</b> ${sinceText(since, now)}前${answeredAt === undefined ? '接手' : '答复'}</span>`;
}

function deeds(item: Stand['item'], looking: Looking): Html | undefined {
  const { member } = looking.request;
  if (!mayAct(member) || item.state === 'closed') return undefined;
  const form = (deed: 'take' | 'release' | 'close', label: string, look: string): Html =>
    deedForm(looking, { item: item.item, deed, label, look });
  if (item.state === 'pending') return html`<div class="actions">${form('take', '接手', 'small')}${jump}</div>`;
  if (item.by?.id !== member.id) return undefined;
  return html`<div class="actions">${jump}${form('release', '放回队列', 'plain small')}${form('close', '交还助手', 'plain small')}</div>`;
}

/** Where the form stands far below what is to be read. */
const jump = html`<a class="button plain small jump" href="#text">写答复</a>`;
