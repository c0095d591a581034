/** The room of the help desk: the queue, an item with all that is needed to answer it, and what may be done with it. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { StaffAct, StaffDeed } from '../../../state/staffAct.ts';
import { dayIn } from '../../dayIn.ts';
import { html } from '../../html.ts';
import { officeHours } from '../../officeHours.ts';
import { Problem } from '../../problem.ts';
import type { OpenRoom, Room, StaffAnswer, StaffRequest } from '../route.ts';
import { namesOf } from '../transcripts/names.ts';
import { act, type Effect } from './acts.ts';
import { checkedAnswer, type Draft, emptyDraft } from './answerForm.ts';
import { answerView } from './answerView.ts';
import { caseView } from './caseView.ts';
import type { DeliveryState } from './deliveries.ts';
import { draftHints } from './drafts.ts';
import { shownOf } from './entries.ts';
import { finder } from './find.ts';
import { filterOf, listPage, listPart } from './listPage.ts';
import { itemPath, type Looking, listPath, mayAct, theirs } from './look.ts';
import { liveOf, packetOf } from './packet.ts';
import { previewView } from './preview.ts';
import { openReplies } from './replies.ts';
import { strip } from './strip.ts';
import { livePart, talkView } from './talkView.ts';
import { short } from './words.ts';

const week = 7 * 24 * 60 * 60 * 1000;
const title = '咨询台';

/** What is told over an item, beside what it is. */
interface Told {
  draft?: Draft;
  faults?: readonly string[];
  /** Why what was asked for did not happen. */
  warning?: string;
}

const liveQuery = z.object({ after: z.coerce.number().int().min(0).catch(0), seen: z.string().max(40).catch('') });

export const queueRoom: OpenRoom = (surroundings): Room => {
  const { store, conversations, env, guide, overlay, channels, now, log, audit } = surroundings;
  const items = finder(store);
  const replies = openReplies({
    store,
    conversations,
    documents: store.documents,
    conversationOf: (item) => items.conversationOf(item),
    now,
    keptDays: env.RETENTION_DAYS,
    log,
  });
  const today = dayIn(env.TZ);
  const hours = env.OFFICE_HOURS === undefined ? undefined : officeHours(env.OFFICE_HOURS, env.TZ);
  const gathering = { ...surroundings, finder: items, replies, arrived: new Map<string, DeliveryState>() };

  const looking = (request: StaffRequest): Looking => ({
    request,
    names: namesOf(guide()),
    now: now(),
    timeZone: env.TZ,
    ...(hours && { hours }),
    newId: randomUUID,
  });

  const nothing = (): StaffAnswer => ({
    status: 404,
    page: {
      title,
      at: listPath,
      body: html`<section class="card"><div class="empty"><p><b>没有这一条</b></p><p>可能已经按申报人的要求删除。</p><p><a href="${listPath}">回到咨询台</a></p></div></section>`,
    },
  });

  async function list(request: StaffRequest): Promise<StaffAnswer> {
    const { id: me } = request.member;
    const since = new Date(now().getTime() - week).toISOString();
    const filter = filterOf(request.query, me);
    const shown = shownOf(await items.list(since), filter, { since, me });
    const look = looking(request);
    if (request.partial) return { part: listPart(shown, filter, look) };
    return { page: { title, at: listPath, body: listPage(shown, filter, look), wide: true } };
  }

  /** The item's page; `told` after something that did not happen, or a preview. */
  async function itemPage(request: StaffRequest, told: Told = {}): Promise<StaffAnswer> {
    const packet = await packetOf(gathering, request.params.item ?? '', request.member);
    if (!packet) return nothing();
    await audit(request.member, 'transcript.read', packet.conversation, '咨询台');
    const { draft = emptyDraft(packet.others.map(({ span }) => span.item)), faults = [], warning } = told;
    const look = looking(request);
    const { item } = packet;
    const here = guide();
    const hints =
      mayAct(request.member) && item.state !== 'closed'
        ? draftHints(item.question, { guide: here, overlay: overlay(), today: today(now()) })
        : [];
    const preview = previewView(draft, item, channels.get(packet.channel), here);
    const question = short(theirs(item.question), 60);
    return {
      ...(warning !== undefined && { status: 409 as const }),
      ...(faults.length > 0 && { status: 422 as const }),
      page: {
        title: question,
        at: listPath,
        wide: true,
        body: html`${warning === undefined ? undefined : html`<p class="notice warning" role="alert">${warning}</p>`}
${strip(packet, look)}
${[...item.question].length > 60 ? html`<details class="more"><summary>问题全文</summary><p class="asked">${theirs(item.question)}</p></details>` : undefined}
<div class="desk">
${caseView(packet, look)}
${talkView(packet, look)}
${answerView(packet, { draft, faults, hints, preview, guide: here }, look)}
</div>`,
      },
    };
  }

  async function live(request: StaffRequest): Promise<StaffAnswer> {
    const { after, seen } = liveQuery.parse(Object.fromEntries(request.query));
    const found = await liveOf(gathering, request.params.item ?? '', after);
    return found ? { part: livePart(found, seen, looking(request)) } : nothing();
  }

  async function conversationOf(request: StaffRequest): Promise<string> {
    const found = await items.conversationOf(request.params.item ?? '');
    if (found === undefined) throw new Problem(404, '没有这一条', '可能已经按申报人的要求删除。');
    return found;
  }

  /** Takes, releases or closes. */
  const deed =
    (kind: 'take' | 'release' | 'close', said: string) =>
    async (request: StaffRequest): Promise<StaffAnswer> => {
      const conversation = await conversationOf(request);
      const { id, name } = request.member;
      const item = request.params.item ?? '';
      const form = z.uuid().safeParse(request.form.get('form')).data ?? randomUUID();
      const doing: StaffDeed = { do: kind, item };
      const given: StaffAct = { id: form, conversation, by: { id, name }, deed: doing };
      const effect = await act({ store, conversations }, given);
      if (effect.state === 'done' || effect.state === 'waiting') {
        await audit(request.member, `queue.${kind}`, item);
        return {
          to: kind === 'take' ? itemPath(item) : listPath,
          said: effect.state === 'done' ? said : '已收下，正在处理',
        };
      }
      return itemPage(request, { warning: whyNot(effect) });
    };

  async function reply(request: StaffRequest): Promise<StaffAnswer> {
    const item = request.params.item ?? '';
    const conversation = await conversationOf(request);
    const packet = await packetOf(gathering, item, request.member);
    if (!packet) return nothing();
    const { draft, faults, form, clause } = checkedAnswer(
      request.form,
      guide(),
      packet.others.map(({ span }) => span.item),
    );
    if (faults.length > 0) return itemPage(request, { draft, faults });
    if (form === undefined) return itemPage(request, { draft, warning: '这一页放得太久，请再按一次发送。' });
    const { id, name } = request.member;
    const cited = clause && { clause: clause.clause, quote: clause.quote };
    const { text, close, others, propose } = draft;
    const asked = {
      item,
      conversation,
      question: packet.item.question,
      by: { id, name },
      text,
      close,
      others,
      propose,
    };
    const effect = await replies.send(form, { ...asked, ...cited });
    if (effect.state === 'repeated') return repeated(request, draft, effect);
    if (effect.state === 'held' || effect.state === 'gone')
      return itemPage(request, { draft, warning: whyNot(effect, '这条没有发出') });
    await audit(request.member, 'queue.reply', item, others.length > 0 ? `同时发给 ${others.length} 人` : undefined);
    const more = [
      ...(others.length > 0 ? [`同样的答复发给了另外 ${others.length} 人`] : []),
      ...(propose ? ['已提议为知识条目'] : []),
    ];
    return {
      to: itemPath(item),
      said: [effect.state === 'done' ? '答复已发出' : '答复已收下，正在送出', ...more].join('，'),
    };
  }

  /** A form that comes again sends nothing; what it says now is kept for whoever meant it. */
  function repeated(
    request: StaffRequest,
    draft: Draft,
    { same, effect }: { same: boolean; effect: string | undefined },
  ): StaffAnswer | Promise<StaffAnswer> {
    const item = request.params.item ?? '';
    if (effect !== 'done' && effect !== undefined)
      return itemPage(request, { draft, warning: '这条没有发出：当时由别人接手，或者已经结束。' });
    if (same) return { to: itemPath(item), said: '这条答复已经发出，没有重复发送' };
    return itemPage(request, {
      draft,
      warning: '这一页的答复之前已经发出，刚才没有再发。下面是您新写的内容，确认后再按发送。',
    });
  }

  async function preview(request: StaffRequest): Promise<StaffAnswer> {
    const item = request.params.item ?? '';
    const packet = await packetOf(gathering, item, request.member);
    if (!packet) return nothing();
    const { draft, faults } = checkedAnswer(
      request.form,
      guide(),
      packet.others.map(({ span }) => span.item),
    );
    if (!request.partial) return itemPage(request, { draft, faults: draft.text === '' ? [] : faults });
    return { part: previewView(draft, packet.item, channels.get(packet.channel), guide()) };
  }

  return {
    nav: { path: listPath, label: title, role: 'reader' },
    routes: [
      { method: 'GET', path: listPath, role: 'reader', handle: list },
      { method: 'GET', path: `${listPath}/:item`, role: 'reader', handle: (request) => itemPage(request) },
      { method: 'GET', path: `${listPath}/:item/live`, role: 'reader', handle: live },
      { method: 'POST', path: `${listPath}/:item/take`, role: 'clerk', handle: deed('take', '已接手') },
      { method: 'POST', path: `${listPath}/:item/release`, role: 'clerk', handle: deed('release', '已放回队列') },
      { method: 'POST', path: `${listPath}/:item/close`, role: 'clerk', handle: deed('close', '已交还助手') },
      { method: 'POST', path: `${listPath}/:item/reply`, role: 'clerk', handle: reply },
      { method: 'POST', path: `${listPath}/:item/preview`, role: 'clerk', handle: preview },
    ],
    stop: () => replies.stop(),
  };
};

/** Why a deed had no effect. */
function whyNot(effect: Extract<Effect, { state: 'held' | 'gone' }>, then?: string): string {
  const why = effect.state === 'held' ? `已由${effect.by}接手` : '这一条已经结束';
  return then === undefined ? `${why}。` : `${why}，${then}。`;
}
