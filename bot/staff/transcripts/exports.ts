/** Exactly the filtered list, to take away: Excel, or a zip of `.transcript` files. Made while it is sent, one conversation at a time. */
import { Zip, ZipDeflate } from 'fflate';
import type { Store } from '../../../state/store.ts';
import type { Summary, SummaryFilter } from '../../../state/summary.ts';
import { html } from '../../html.ts';
import { workbookChunks, xlsxType } from '../../spreadsheet/write.ts';
import type { StaffAnswer, StaffRequest, StaffSurroundings } from '../route.ts';
import { conditionsOf } from './conditions.ts';
import { dayOf } from './days.ts';
import { filterOf, listOf, listPath } from './filter.ts';
import { namesOf } from './names.ts';
import { lineColumns, lineRows, summaryColumns, summaryRow } from './sheets.ts';
import { transcriptFile } from './transcriptFile.ts';

type Surroundings = Pick<StaffSurroundings, 'store' | 'env' | 'guide' | 'now' | 'audit'> & { mostExported: number };

/** Everything that fits, or the page that says that it is too much: never a part of it. */
async function listed(
  { query, member }: StaffRequest,
  surroundings: Surroundings,
  kind: string,
): Promise<{ found: readonly Summary[] } | { refusal: StaffAnswer }> {
  const { store, env, guide, audit, mostExported } = surroundings;
  const filter = filterOf(query, env.TZ);
  const found = await store.summaries.find(filter);
  if (found.length > mostExported) return { refusal: tooMany(found.length, mostExported, listOf(filter, env.TZ)) };
  await audit(
    member,
    'transcript.export',
    undefined,
    `${kind}，${found.length} 段对话${conditionNote(filter, namesOf(guide()), env.TZ)}`,
  );
  return { found };
}

/** What was asked for; not the words, which may be somebody's. */
function conditionNote(filter: SummaryFilter, names: Parameters<typeof conditionsOf>[1], timeZone: string): string {
  const hidden = { text: '按文字找的', question: '按问题找的' };
  const words = conditionsOf(filter, names, timeZone).map(({ name, words: each }) =>
    name === 'text' || name === 'question' ? hidden[name] : each,
  );
  return words.length === 0 ? '' : `：${words.join('；').slice(0, 300)}`;
}

const tooMany = (count: number, most: number, list: string): StaffAnswer => ({
  status: 422,
  page: {
    title: '太多了，没有导出',
    at: listPath,
    body: html`<section class="card"><p>符合条件的有 ${count.toLocaleString('en-US')} 段对话，一次最多导出 ${most.toLocaleString('en-US')} 段。请用日期或别的条件缩小范围，分几次导出。</p><p class="actions"><a class="button plain" href="${list}">回到列表</a></p></section>`,
  },
});

export async function excel(request: StaffRequest, surroundings: Surroundings): Promise<StaffAnswer> {
  const asked = await listed(request, surroundings, 'Excel');
  if ('refusal' in asked) return asked.refusal;
  const { store, env, guide, now } = surroundings;
  const names = namesOf(guide());
  const own = { names, timeZone: env.TZ };
  const sheets = [
    { name: '对话', columns: summaryColumns, rows: asked.found.map((summary) => summaryRow(summary, own)) },
    { name: '记录', columns: lineColumns, rows: everyLine(store, asked.found, own) },
  ];
  const name = `对话记录-${dayOf(now().toISOString(), env.TZ)}.xlsx`;
  return { stream: { name, type: xlsxType, chunks: workbookChunks(sheets) } };
}

async function* everyLine({ talks }: Store, found: readonly Summary[], own: Parameters<typeof lineRows>[2]) {
  for (const { conversation } of found) {
    const lines = await talks.read(conversation, 0);
    // Others are served between two conversations.
    await new Promise(setImmediate);
    yield* lineRows(conversation, lines, own);
  }
}

export async function zip(request: StaffRequest, surroundings: Surroundings): Promise<StaffAnswer> {
  const asked = await listed(request, surroundings, '.transcript');
  if ('refusal' in asked) return asked.refusal;
  const { store, env, now } = surroundings;
  const name = `对话记录-${dayOf(now().toISOString(), env.TZ)}.zip`;
  return { stream: { name, type: 'application/zip', chunks: zipped(store, asked.found) } };
}

async function* zipped({ talks }: Store, found: readonly Summary[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let fault: Error | undefined;
  const archive = new Zip((error, chunk) => {
    if (error) fault = error;
    else ready.push(chunk);
  });
  for (const { conversation, channel } of found) {
    const lines = await talks.read(conversation, 0);
    await new Promise(setImmediate);
    const { name, text } = transcriptFile({ conversation, channel, lines });
    const file = new ZipDeflate(name, { level: 3 });
    archive.add(file);
    file.push(Buffer.from(text), true);
    if (fault) throw fault;
    yield* ready.splice(0);
  }
  archive.end();
  if (fault) throw fault;
  yield* ready.splice(0);
}
