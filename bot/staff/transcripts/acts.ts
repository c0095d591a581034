/** Notes and judgements: each is an act of the help desk in its conversation, kept and ordered like everything else that happens there. */
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { StaffDeed } from '../../../state/staffAct.ts';
import { html } from '../../html.ts';
import type { StaffAnswer, StaffRequest, StaffSurroundings } from '../route.ts';
import { filterOf, idFrom, listPath, queryOf, transcriptPath } from './filter.ts';
import { gone } from './read.ts';

type Surroundings = Pick<StaffSurroundings, 'store' | 'conversations' | 'env' | 'audit'>;

/** Milliseconds that a page waits for the act to be done; it is kept before that. */
const longestWait = 5000;

const fields = z.object({
  line: z.coerce.number().int().positive().optional(),
  text: z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .optional()
    .transform((text) => text || undefined)
    .pipe(z.string().max(4000).optional()),
  mark: z.enum(['corrected', 'reviewed', 'cleared']).optional(),
  back: z.string().max(4000).default(''),
  once: z.uuid().optional(),
});
type Fields = z.infer<typeof fields>;

const said: Readonly<Record<string, string>> = {
  note: '批注已记下',
  wrong: '已标记有误',
  corrected: '更正已记下',
  reviewed: '已标记为复核过',
  cleared: '标记已撤销',
};

export const note = (request: StaffRequest, surroundings: Surroundings): Promise<StaffAnswer> =>
  act(request, surroundings, ({ line, text }) =>
    text === undefined ? '请先写下批注的内容。' : { do: 'note', text, ...(line !== undefined && { seq: line }) },
  );

export const flag = (request: StaffRequest, surroundings: Surroundings): Promise<StaffAnswer> =>
  act(request, surroundings, (sent) => marking(sent, 'wrong'));

export const judge = (request: StaffRequest, surroundings: Surroundings): Promise<StaffAnswer> =>
  act(request, surroundings, (sent) => {
    if (sent.mark === undefined) return '没有选择怎样标记。';
    if (sent.mark === 'corrected' && sent.text === undefined) return '更正要写下正确的答复。';
    return marking(sent, sent.mark);
  });

const marking = ({ line, text }: Fields, mark: 'wrong' | 'corrected' | 'reviewed' | 'cleared'): StaffDeed => ({
  do: 'mark',
  mark,
  ...(line !== undefined && { seq: line }),
  ...(text !== undefined && { text }),
});

/** @param deedOf what is to be done, or why it cannot be */
async function act(
  { member, form, params, query }: StaffRequest,
  { store, conversations, env, audit }: Surroundings,
  deedOf: (sent: Fields) => StaffDeed | string,
): Promise<StaffAnswer> {
  const conversation = params.id === '-' ? idFrom(params, form) : idFrom(params, query);
  const read = fields.safeParse(Object.fromEntries(form));
  if (!read.success) return refused('内容太长或不完整，最多 4,000 字。', conversation);
  const deed = deedOf(read.data);
  const { line, back, once } = read.data;
  if (typeof deed === 'string') return refused(deed, conversation, line);
  const lines = line === undefined ? [] : await store.talks.read(conversation, line - 1);
  if (line !== undefined && lines[0]?.seq !== line) return gone;
  const by = { id: member.id, name: member.name };
  const taken = await conversations.staff({ id: idOf(once, deed), conversation, by, deed });
  if (taken === 'unknown') return gone;
  const what = deed.do === 'mark' ? deed.mark : deed.do;
  if (taken === 'accepted')
    await audit(member, `transcript.${what}`, conversation, line === undefined ? '整段' : `第 ${line} 行`);
  await atMost(conversations.idle(conversation), longestWait);
  const filter = queryOf(filterOf(new URLSearchParams(back), env.TZ), env.TZ);
  return {
    to: withinBounds(transcriptPath(conversation, { filter, line }), transcriptPath(conversation, { line })),
    said: said[what] ?? '',
  };
}

/** The same form sent twice is one act; another text of it, or another page, is another. */
const idOf = (once: string | undefined, deed: StaffDeed): string =>
  once === undefined
    ? randomUUID()
    : createHash('sha256')
        .update(`${once}\n${JSON.stringify(deed)}`)
        .digest('base64url');

/** Addresses that are too long are not followed. */
const withinBounds = (path: string, short: string): string => (path.length < 2000 ? path : short);

function refused(why: string, conversation: string, line?: number): StaffAnswer {
  const body = html`<section class="card"><p>${why}</p><p class="actions"><a class="button plain" href="${transcriptPath(conversation, { line })}">回到对话</a></p></section>`;
  return { status: 422, page: { title: '没有记下', at: listPath, body } };
}

async function atMost(done: Promise<void>, most: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, most);
  });
  await Promise.race([done, late]);
  clearTimeout(timer);
}
