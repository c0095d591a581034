/** The queue: what waits, what somebody has, what was closed lately; read, filtered and refreshed without a script too. */
import { type Html, html } from '../../html.ts';
import { knownChannels } from '../transcripts/names.ts';
import { type Entry, type Group, type QueueFilter, type Shown, states } from './entries.ts';
import {
  chip,
  deedForm,
  itemPath,
  type Looking,
  listPath,
  mayAct,
  moment,
  outOfHours,
  theirs,
  waitText,
} from './look.ts';
import { short, sinceText, whyText } from './words.ts';

const stateNames: Readonly<Record<(typeof states)[number], string>> = {
  pending: '等待接手',
  held: '处理中',
  closed: '近 7 天结束',
};

/** Characters of a question that a list shows; others of a group that it names; rows of a list. */
const most = { question: 90, others: 3, rows: 100 };

/** Seconds from one refreshing to the next. */
const every = 5;

/** The filter as it stands in the address. */
export function filterOf(query: URLSearchParams, me: string): QueueFilter {
  const state = states.find((each) => each === query.get('state'));
  const channel = knownChannels.find((each) => each === query.get('channel'));
  return { ...(state && { state }), ...(channel && { channel }), ...(query.get('mine') === '1' && { by: me }) };
}

function pathOf({ state, channel, by }: QueueFilter): string {
  const query = new URLSearchParams();
  if (state) query.set('state', state);
  if (channel) query.set('channel', channel);
  if (by) query.set('mine', '1');
  return query.size > 0 ? `${listPath}?${query}` : listPath;
}

export function listPage(shown: Shown, filter: QueueFilter, looking: Looking): Html {
  return html`<div class="queue-bar"><p class="lead">指南答不了的问题在这里等人答复。点开一条，写好答复，会送回原来的对话。</p>${channelForm(filter, looking)}</div>
${listPart(shown, filter, looking)}`;
}

/** The part that is refreshed. */
export function listPart(shown: Shown, filter: QueueFilter, looking: Looking): Html {
  const { pending, held, closed } = shown;
  const { state, by } = filter;
  const wants = (each: QueueFilter['state']): boolean => state === undefined || state === each;
  return html`<div class="stack queue" id="queue" hx-get="${pathOf(filter)}" hx-trigger="every ${every}s" hx-swap="outerHTML">
${tabs(shown, filter)}
${wants('pending') && by === undefined ? pendingCard(pending, filter, looking) : undefined}
${wants('held') && (held.length > 0 || state === 'held' || by !== undefined) ? heldCard(held, looking) : undefined}
${wants('closed') && (closed.length > 0 || state === 'closed') ? closedCard(closed, looking) : undefined}
</div>`;
}

function tabs({ counts }: Shown, filter: QueueFilter): Html {
  const { state: _state, by: _by, ...rest } = filter;
  const tab = (label: string, n: number | undefined, to: QueueFilter): Html => {
    const path = pathOf(to);
    const here = path === pathOf(filter);
    const id = to.state ?? (to.by ? 'mine' : 'all');
    return html`<a href="${path}" id="tab-${id}"${here ? html` aria-current="page"` : undefined}>${label}${n === undefined ? undefined : html` <small>${n}</small>`}</a>`;
  };
  return html`<nav class="tabs" aria-label="状态">
${tab('全部', undefined, rest)}
${tab(stateNames.pending, counts.pending, { ...rest, state: 'pending' })}
${tab(stateNames.held, counts.held, { ...rest, state: 'held' })}
${tab('我的', counts.mine, { ...rest, by: 'me' })}
${tab(stateNames.closed, counts.closed, { ...rest, state: 'closed' })}
</nav>`;
}

/** It is changed by a button, so that it needs no script. */
function channelForm({ channel, state, by }: QueueFilter, { names }: Looking): Html {
  const option = (value: string, label: string): Html =>
    html`<option value="${value}"${value === (channel ?? '') ? html` selected` : undefined}>${label}</option>`;
  return html`<form class="row" method="get" action="${listPath}">
${state ? html`<input type="hidden" name="state" value="${state}">` : undefined}${by ? html`<input type="hidden" name="mine" value="1">` : undefined}
<label class="visually-hidden" for="channel">渠道</label><select id="channel" name="channel">${option('', '全部渠道')}${knownChannels.map((each) => option(each, names.channel(each)))}</select>
<button class="plain small">筛选</button>
</form>`;
}

function pendingCard(groups: readonly Group[], filter: QueueFilter, looking: Looking): Html {
  const all = groups.length;
  if (all === 0)
    return html`<section class="card"><div class="empty"><p><b>没有人在等</b></p><p>${filter.channel ? '这个渠道没有等待接手的问题。' : '指南答得了的，助手都答了。有新的问题会自己出现在这里。'}</p></div></section>`;
  return html`<section class="card tight" aria-labelledby="pending-title"><div class="heading"><h2 id="pending-title">等待接手</h2></div>
<ul class="items">${groups.slice(0, most.rows).map((group) => pendingItem(group, looking))}</ul>${beyond(groups.length)}</section>`;
}

/** The oldest come first, so that what is not shown comes up by itself. */
const beyond = (all: number): Html | undefined =>
  all > most.rows
    ? html`<p class="beyond subtle">后面还有 ${all - most.rows} 条，前面的处理完会依次出现。</p>`
    : undefined;

function pendingItem({ first, others }: Group, looking: Looking): Html {
  const { span, channel } = first;
  const { names, now } = looking;
  const more = others.length - most.others;
  return html`<li>
<div class="what"><a href="${itemPath(span.item)}" id="item-${span.item}">${short(theirs(span.question), most.question)}</a>
<p class="tags">${chip(whyText(span.why), 'plain')} <span>${names.channel(channel)}</span> <span>${moment(span.askedAt, looking.timeZone)} 提出</span>${outOfHours(span.askedAt, looking)}</p>
${others.length > 0 ? html`<p class="same">另有 ${others.length} 人问了同样的：${others.slice(0, most.others).map(({ span: { item, askedAt }, channel: where }) => html`<a href="${itemPath(item)}" id="item-${item}">${names.channel(where)}，等了 ${sinceText(askedAt, now)}</a> `)}${more > 0 ? `等` : undefined}</p>` : undefined}</div>
<p class="wait">等了 ${waitText(span.askedAt, looking)}</p>
${mayAct(looking.request.member) ? deedForm(looking, { item: span.item, deed: 'take', label: '接手', look: 'small' }) : undefined}
</li>`;
}

function heldCard(held: readonly Entry[], looking: Looking): Html {
  if (held.length === 0)
    return html`<section class="card"><div class="empty"><p><b>没有处理中的对话</b></p><p>接手一条以后，它会出现在这里。</p></div></section>`;
  return html`<section class="card tight" aria-labelledby="held-title"><div class="heading"><h2 id="held-title">处理中</h2></div>
<ul class="items">${held.slice(0, most.rows).map((entry) => heldItem(entry, looking))}</ul>${beyond(held.length)}</section>`;
}

function heldItem({ span, channel }: Entry, { names, now, request }: Looking): Html {
  const mine = span.by?.id === request.member.id;
  return html`<li>
<div class="what"><a href="${itemPath(span.item)}" id="item-${span.item}">${short(theirs(span.question), most.question)}</a>
<p class="tags">${chip(names.desk(span.state), span.state)} <span>${names.channel(channel)}</span> <span>等了 ${sinceText(span.askedAt, now)}</span></p></div>
<p class="wait"><b>${mine ? '我' : (span.by?.name ?? '咨询台')}</b> ${span.takenAt === undefined ? undefined : html`${sinceText(span.takenAt, now)}前接手`}</p>
</li>`;
}

function closedCard(closed: readonly Entry[], looking: Looking): Html {
  if (closed.length === 0)
    return html`<section class="card"><div class="empty"><p><b>近 7 天没有结束的</b></p><p>更早的在“对话”里能查到。</p></div></section>`;
  return html`<section class="card tight" aria-labelledby="closed-title"><div class="heading"><h2 id="closed-title">近 7 天结束</h2></div>
<ul class="items quiet">${closed.map((entry) => closedItem(entry, looking))}</ul></section>`;
}

function closedItem({ span, channel }: Entry, { names, timeZone }: Looking): Html {
  const answered = span.answeredAt !== undefined;
  return html`<li>
<div class="what"><a href="${itemPath(span.item)}" id="item-${span.item}">${short(theirs(span.question), most.question)}</a>
<p class="tags">${chip(answered ? '已答复' : '没有答复', answered ? 'answered' : 'closed')} <span>${names.channel(channel)}</span></p></div>
<p class="wait">${span.by?.name}${span.closedAt === undefined ? undefined : html` ${moment(span.closedAt, timeZone)}`}</p>
</li>`;
}
