import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { assessed } from '../../knowledge/assess.ts';
import { checklist } from '../../knowledge/checklist.ts';
import { decideAll } from '../../knowledge/findings.ts';
import type { Guide, RuleKind } from '../../knowledge/guide.ts';
import { inLanguage, phraseIn } from '../../knowledge/language.ts';
import type { RuleRow } from '../../knowledge/ruleSchema.ts';
import { guide } from '../support/readyCase.ts';

const rows = guide.rules.map(({ row }) => row);
const ofKinds = (...kinds: RuleKind[]): RuleRow[] => rows.filter(({ kind }) => kinds.includes(kind));
const zh = (row: RuleRow) => inLanguage(row.words, 'zh');
const idsWithout = (list: readonly RuleRow[], has: (row: RuleRow) => boolean): string[] =>
  list.filter((row) => !has(row)).map(({ id }) => id);

test('the guide has its 88 rules, each with a title of its own', () => {
  expect(rows).toHaveLength(88);
  const titles = rows.map((row) => zh(row).title);
  expect(titles.filter((title) => title.length < 2)).toEqual([]);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});

test('every quote of a rule stands in the call, word for word', () => {
  expect(rows.flatMap(({ quotes }) => quotes).filter((quote) => !guide.source.includes(quote))).toEqual([]);
});

describe('a bar or a remedy has words for what may become of it', () => {
  const deciding = ofKinds('bar', 'remedy');
  /** It cannot be met: the guide leaves it open, or where it applies it is missing. */
  const neverMet = ['scope.taiwan-gap', 'agreement.long-term-supplement'];
  /** It cannot fail: it is only ever to be confirmed. */
  const neverUnmet = ['scope.taiwan-gap', 'partner.kind'];
  /** Another rule stands for it while it is not known. */
  const neverOpen = ['scope.taiwan-gap', 'scope.hk-macao', 'agreement.long-term-supplement'];
  const toConfirm = [
    'scope.category',
    'scope.taiwan-gap',
    'lead.title-or-phd',
    'unit.registered-before',
    'unit.kind',
    'unit.audit-reports-2y',
    'partner.3-years',
    'partner.kind',
  ];

  test('met', () => {
    expect(idsWithout(deciding, (row) => zh(row).met !== undefined)).toEqual(neverMet);
  });

  test('not met', () => {
    expect(idsWithout(deciding, (row) => zh(row).unmet !== undefined)).toEqual(neverUnmet);
  });

  test('not known', () => {
    expect(idsWithout(deciding, (row) => zh(row).open !== undefined).sort()).toEqual(neverOpen.sort());
  });

  test('to be confirmed', () => {
    const worded = deciding.filter((row) => zh(row).toConfirm !== undefined).map(({ id }) => id);
    expect(worded.sort()).toEqual(toConfirm.sort());
  });

  test('what to do, and who does it', () => {
    expect(idsWithout(deciding, (row) => Boolean(zh(row).todo && zh(row).who))).toEqual([]);
  });

  test('a bar that may fail names the way out', () => {
    const failing = ofKinds('bar').filter((row) => zh(row).unmet !== undefined);
    expect(idsWithout(failing, (row) => zh(row).wayOut !== undefined)).toEqual([]);
  });

  test('each sentence ends as one', () => {
    const sentences = deciding.flatMap((row) => {
      const { met, unmet, open, toConfirm: confirm, todo, wayOut } = zh(row);
      return [met, unmet, open, confirm, todo, wayOut].filter((text) => text !== undefined);
    });
    expect(sentences.filter((text) => !/。$/.test(text))).toEqual([]);
  });
});

test('a priority has words for each outcome, and none says that it is fulfilled', () => {
  const priorities = ofKinds('preference').filter(({ check }) => check.kind !== 'told');
  expect(idsWithout(priorities, (row) => Boolean(zh(row).met && zh(row).unmet && zh(row).open))).toEqual([]);
  expect(priorities.filter((row) => JSON.stringify(row.words).includes('符合')).map(({ id }) => id)).toEqual([]);
});

test('advice and information say what to do', () => {
  expect(idsWithout(ofKinds('advice', 'info'), (row) => zh(row).todo !== undefined)).toEqual([]);
});

test('every row that rules share has its words', () => {
  for (const { row } of rows) if (row) expect(guide.rowWords(row).zh.title).toMatch(/\p{Script=Han}/u);
  expect(() => guide.rowWords('no-such-row')).toThrow('no-such-row');
});

describe('a text in a language that has only part of it', () => {
  const texts: { zh: { title: string; met?: string }; en?: { title?: string | undefined; met?: string | undefined } } =
    {
      zh: { title: '题目', met: '满足' },
      en: { title: 'Title', met: undefined },
    };

  test('comes from Chinese where it is absent', () => {
    expect(inLanguage(texts, 'en')).toEqual({ title: 'Title', met: '满足' });
    expect(inLanguage({ zh: texts.zh }, 'en')).toEqual(texts.zh);
    expect(inLanguage({ zh: texts.zh, en: {} }, 'en')).toEqual(texts.zh);
    expect(inLanguage(texts, 'zh')).toEqual(texts.zh);
  });

  test('the whole checklist can be had in English; what the guide itself says stays Chinese', () => {
    const decided = decideAll({}, guide);
    const own = (language: 'zh' | 'en') =>
      checklist(decided, {}, guide, language).map(({ title, what, todo, who, ...same }) => ({
        said: [title, what, todo, who],
        same,
      }));
    expect(own('en').map(({ same }) => same)).toEqual(own('zh').map(({ same }) => same));
    expect(
      own('en')
        .flatMap(({ said }) => said)
        .filter((text) => /\p{Script=Han}/u.test(text)),
    ).toEqual([]);
  });
});

describe('an English text stands in for its Chinese one where there is one', () => {
  test('one sentence', () => {
    expect(phraseIn({ zh: '是几月几日？', en: 'Which day?' }, 'en')).toBe('Which day?');
    expect(phraseIn({ zh: '是几月几日？' }, 'en')).toBe('是几月几日？');
    expect(phraseIn('是几月几日？', 'en')).toBe('是几月几日？');
  });

  test('the words of a rule, in the findings and in the checklist', () => {
    const title = 'Age limit';
    const inEnglish: Guide = {
      ...guide,
      rules: guide.rules.map((each) =>
        each.row.id === 'lead.age'
          ? { ...each, row: { ...each.row, words: { ...each.row.words, en: { title, unmet: 'Born too early.' } } } }
          : each,
      ),
    };
    const facts = { 'lead.birthDate': '1960-01-01' };
    const { rows, assessment } = assessed(facts, inEnglish, null, '2023-05-08', 'en');
    expect(rows.find(({ ids }) => ids.includes('lead.age'))).toMatchObject({ title, what: 'Born too early.' });
    expect(assessment.text).toContain(title);
    expect(assessed(facts, inEnglish, null, '2023-05-08', 'zh').assessment.text).not.toContain(title);
  });
});

test('no text for people stands outside the tables of texts in the verdict, its card and the talk', async () => {
  const files = [
    'knowledge/verdictText.ts',
    'knowledge/verdictMessages.ts',
    'knowledge/remedy.ts',
    'knowledge/checklist.ts',
    'knowledge/assess.ts',
    'bot/channels/verdictCard.ts',
    'bot/channels/cardParts.ts',
    'bot/channels/presentText.ts',
    'bot/checklists/keeper.ts',
    'bot/checklists/links.ts',
    'bot/checklists/page.ts',
    'bot/checklists/word.ts',
    'bot/channels/present.ts',
    'dialogs/verdict.ts',
    'dialogs/takeAnswer.ts',
    'dialogs/position.ts',
    'dialogs/why.ts',
    'dialogs/main.ts',
  ];
  for (const file of files) {
    const code = (await readFile(new URL(`../../${file}`, import.meta.url), 'utf8'))
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\/\/.*$/gm, '');
    const literals = [...code.matchAll(/'[^'\n]*'|`[^`]*`/g)].map(([text]) => text);
    // Signs that join or end a sentence are not words.
    expect(
      literals.filter((text) => /\p{Script=Han}/u.test(text)),
      file,
    ).toEqual([]);
  }
});
