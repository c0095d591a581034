/** Reading one conversation: on the screen, for paper, and as a file; each reading is in the audit log. */
import { randomUUID } from 'node:crypto';
import { summarise } from '../../../state/summarise.ts';
import { html } from '../../html.ts';
import { mayDo } from '../accounts/account.ts';
import type { StaffAnswer, StaffRequest, StaffSurroundings } from '../route.ts';
import { filterOf, idFrom, listPath, queryOf } from './filter.ts';
import { judgeForm } from './judgeForm.ts';
import { counted, countedTalks, pageOf } from './list.ts';
import { namesOf } from './names.ts';
import { placeIn, printPage, type ReadPageOptions, readPage, titleOf } from './readPage.ts';
import { shownTranscript } from './shown.ts';
import { transcriptFile } from './transcriptFile.ts';

type Surroundings = Pick<StaffSurroundings, 'store' | 'conversations' | 'env' | 'guide' | 'audit'>;

/** There is nothing of this id. */
export const gone: StaffAnswer = {
  status: 404,
  page: {
    title: '没有这段对话',
    at: listPath,
    body: html`<div class="empty card"><p><b>没有这段对话</b></p><p>可能已按本人的要求删除，或过了保存期。</p><p><a href="${listPath}">回到列表</a></p></div>`,
  },
};

/** The channel stands in the document; a conversation without one is in the transcripts alone. */
async function channelOf({ store }: Surroundings, conversation: string): Promise<string | undefined> {
  const record = await store.talks.load(conversation);
  if (record) return record.channel;
  const { items } = await store.transcripts.search({ conversation }, { most: 1 });
  return items[0]?.channel;
}

async function optionsFor(request: StaffRequest, surroundings: Surroundings): Promise<ReadPageOptions | undefined> {
  const { query, params, member } = request;
  const { store, env, guide } = surroundings;
  const conversation = idFrom(params, query);
  const lines = await store.talks.read(conversation, 0);
  const channel = lines.length > 0 ? await channelOf(surroundings, conversation) : undefined;
  if (channel === undefined) return undefined;
  const filter = filterOf(query, env.TZ);
  const { found, more } = await countedTalks(store.summaries, filter, counted);
  const { summary } = summarise(undefined, conversation, channel, lines);
  const own = queryOf(filter, env.TZ);
  const seq = Number(query.get('line') ?? Number.NaN);
  const page = query.has('page') ? pageOf(query) : undefined;
  const once = randomUUID();
  return {
    conversation,
    channel,
    shown: shownTranscript(lines),
    place: placeIn(found, summary, more),
    summary,
    filter,
    query: own,
    names: namesOf(guide()),
    timeZone: env.TZ,
    page,
    here: Number.isSafeInteger(seq) && seq > 0 ? seq : undefined,
    mayExport: mayDo(member.role, 'clerk'),
    form: (line, judging) =>
      mayDo(member.role, 'clerk') ? judgeForm({ request, conversation, back: own, once }, line, judging) : undefined,
  };
}

export async function read(request: StaffRequest, surroundings: Surroundings): Promise<StaffAnswer> {
  const options = await optionsFor(request, surroundings);
  if (!options) return gone;
  await surroundings.audit(request.member, 'transcript.read', options.conversation);
  const { channel, shown, names, timeZone } = options;
  return { page: { title: titleOf(channel, shown, names, timeZone), at: listPath, body: readPage(options) } };
}

export async function print(request: StaffRequest, surroundings: Surroundings): Promise<StaffAnswer> {
  const options = await optionsFor(request, surroundings);
  if (!options) return gone;
  await surroundings.audit(request.member, 'transcript.print', options.conversation);
  const { channel, shown, names, timeZone } = options;
  return { page: { title: titleOf(channel, shown, names, timeZone), at: listPath, body: printPage(options) } };
}

export async function file(request: StaffRequest, surroundings: Surroundings): Promise<StaffAnswer> {
  const conversation = idFrom(request.params, request.query);
  const lines = await surroundings.store.talks.read(conversation, 0);
  const channel = lines.length > 0 ? await channelOf(surroundings, conversation) : undefined;
  if (channel === undefined) return gone;
  await surroundings.audit(request.member, 'transcript.export', conversation, '.transcript');
  const { name, text } = transcriptFile({ conversation, channel, lines });
  return { file: { name, type: 'application/json; charset=utf-8', bytes: text } };
}
