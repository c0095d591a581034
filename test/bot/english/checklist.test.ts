import { expect, test } from 'vitest';
import { verdictCard } from '../../../bot/channels/verdictCard.ts';
import { checklistKeeper } from '../../../bot/checklists/keeper.ts';
import { checklistPage } from '../../../bot/checklists/page.ts';
import { checklistWord } from '../../../bot/checklists/word.ts';
import { verdictReply } from '../../../dialogs/verdict.ts';
import { newCase } from '../../../state/conversation.ts';
import { chineseIn } from '../../support/onlyEnglish.ts';
import { guide } from '../../support/readyCase.ts';
import { failingFacts, fixableFacts, nothingKnown } from '../../support/shownVerdict.ts';
import { unzipped } from '../../support/unzipped.ts';

const now = (): Date => new Date('2023-05-08T02:00:00Z');
const keeper = checklistKeeper({ address: () => 'https://example.org', now });

test.each([
  ['failing', failingFacts],
  ['fixable', fixableFacts],
  ['about which nothing is known', nothingKnown],
])(
  'the card, the page and the Word file of a case %s are in English; only the guide’s words stay Chinese',
  async (_, facts) => {
    // Names as somebody from abroad writes them.
    const partners = facts.partners?.map((each) => ({ ...each, name: 'Example University' }));
    const named = { ...facts, ...(partners && { partners }), 'unit.name': 'Jiangxi Example Co., Ltd.' };
    const record = { ...newCase('one', 'Check 1', guide.id), facts: named };
    const frame = { guide, overlay: null, today: '2023-05-08', language: 'en' as const };
    const { verdict } = verdictReply(record, frame, 'Here is the verdict.');
    const made = verdict && keeper.make(verdict);
    if (!verdict || !made) throw new Error('no verdict');
    const page = checklistPage(made.checklist, { word: 'checklist.docx', keptUntil: '2023-05-15' });
    expect(page).toContain('<html lang="en">');
    const read = page
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replace(/<q[^>]*>[\s\S]*?<\/q>/g, '')
      .split(/<[^>]+>/);
    expect(read.flatMap(chineseIn)).toEqual([]);
    expect(page).toContain('our translation');
    expect(
      JSON.stringify(verdictCard(verdict))
        .match(/"text":"(?:[^"\\]|\\.)*"/g)
        ?.flatMap(chineseIn),
    ).toEqual([]);
    const document = unzipped(await checklistWord(made.checklist)).get('word/document.xml') ?? '';
    const told = [...document.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) => text);
    expect(told.length).toBeGreaterThan(10);
    expect(told.flatMap(chineseIn)).toEqual([]);
  },
);
