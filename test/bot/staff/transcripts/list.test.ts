/** How far a list counts: a text that very many conversations hold is not counted to the end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { talkList } from '../../../../bot/staff/transcripts/list.ts';
import { listPage } from '../../../../bot/staff/transcripts/listPage.ts';
import { namesOf } from '../../../../bot/staff/transcripts/names.ts';
import { loadGuide } from '../../../../knowledge/loadGuide.ts';
import { embeddedStore } from '../../../../state/lowdb/index.ts';
import type { Store } from '../../../../state/store.ts';
import type { SummaryFilter } from '../../../../state/summary.ts';

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guohe-list-'));
  store = embeddedStore(folder);
  for (let number = 0; number < 320; number += 1) {
    const at = new Date(Date.UTC(2023, 4, 1, 0, number)).toISOString();
    const text = number % 100 === 0 ? '合作，和江豚' : '合作';
    await store.transcripts.append(`talk-${number}`, 'wecom', [
      { at, from: 'person', activity: { id: `m${number}`, type: 'message', text }, guide: 'g', overlay: null },
    ]);
  }
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function shown(filter: SummaryFilter, page: number): Promise<[heading: string | undefined, rows: string[]]> {
  const list = await talkList(store, filter, page);
  const guide = loadGuide('jx-intl-2023');
  const options = { list, filter, names: namesOf(guide), guide, timeZone: 'Asia/Shanghai', mostExported: 1000 };
  const heading = /<h2>(.*?)<\/h2>/s.exec(String(listPage(options)))?.[1]?.replace(/<[^>]*>/g, '');
  return [heading, list.talks.map(({ summary }) => summary.conversation)];
}
const from = (number: number, many = 50): string[] => Array.from({ length: many }, (_, at) => `talk-${number - at}`);

it('is complete where no text is looked for, and where it is rare', async () => {
  expect(await shown({}, 1)).toEqual(['320 段对话 第 1 页，共 7 页', from(319)]);
  expect(await shown({ text: '江豚' }, 1)).toEqual(['4 段对话', ['talk-300', 'talk-200', 'talk-100', 'talk-0']]);
});

it('says that there are more where a text is frequent, and every page can still be reached', async () => {
  expect(await shown({ text: '合作' }, 1)).toEqual(['200 段以上对话 第 1 页', from(319)]);
  expect(await shown({ text: '合作' }, 4)).toEqual(['250 段以上对话 第 4 页', from(169)]);
  expect(await shown({ text: '合作' }, 6)).toEqual(['320 段对话 第 6 页，共 7 页', from(69)]);
  expect(await shown({ text: '合作' }, 7)).toEqual(['320 段对话 第 7 页，共 7 页', from(19, 20)]);
});
