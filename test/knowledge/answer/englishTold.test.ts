/** What is told in English beside what is told in Chinese: the same figures, and Chinese only where it is quoted. */
import { describe, expect, it, test } from 'vitest';
import { ask } from '../../../knowledge/answer/ask.ts';
import { compose } from '../../../knowledge/answer/compose.ts';
import { inOneLanguage } from '../../../knowledge/answer/inOneLanguage.ts';
import quotes from '../../../knowledge/guides/jx-intl-2023/en/quotes.json' with { type: 'json' };
import type { Language } from '../../../knowledge/language.ts';
import { guide } from './answerOf.ts';
import { computedQuestions } from './englishComputed.examples.ts';
import { differences } from './englishFigures.ts';

/** Quotes, titles of documents, and names that are printed behind their translation: Nanchang University (南昌大学). */
const quoted = /“[^”]*”|《[^》]*》|(?<=[A-Za-z.] )\([\p{Script=Han}（）]+\)/gu;
const chineseLeft = (text: string): string[] => text.replace(quoted, '').match(/\p{Script=Han}+/gu) ?? [];
/** Without the sentences of the guide below an answer, which both languages quote alike, and without what may be asked next. */
const told = (text: string): string =>
  text
    .split(/\n(?:您也可以问|You can also ask)/)[0]
    ?.split('\n')
    .filter((line) => !/^(?:依据：|Source: )/.test(line))
    .join('\n') ?? '';
const same = { added: [], lost: [] };

describe('an answer that is data', () => {
  it.each(guide.answers.map((unit) => [unit.id, unit] as const))('%s says the same in English', (_, unit) => {
    const { zh, en } = unit.words;
    const draft = {
      id: unit.id,
      status: unit.status ?? 'answered',
      text: { zh: zh.say, en: en?.say },
      citations: [],
      uses: [],
    };
    const spoken = (language: Language) => inOneLanguage(compose(draft, { guide, language }), language).answer;
    expect(en, 'has English').toBeDefined();
    expect(differences(spoken('zh'), spoken('en'))).toEqual(same);
    expect(chineseLeft(spoken('en'))).toEqual([]);
  });
});

describe('an answer that is worked out', () => {
  const spoken = (text: string, language: Language) =>
    ask({ text, guide, overlay: null, today: '2023-05-08', language }).answer.answer;

  it.each(computedQuestions)('“%s” says no other figure in English, and Chinese only in quotes', (question) => {
    const english = spoken(question, 'en');
    expect(differences(told(spoken(question, 'zh')), told(english)).added).toEqual([]);
    expect(chineseLeft(told(english))).toEqual([]);
  });
});

test.each(Object.entries(quotes))('the translation of “%s” has its figures', (zh, en) => {
  expect(differences(zh, en)).toEqual(same);
});

test.each([
  ['1965年6月1日（含）之后', 'born on or after 1 June 1965', same],
  ['1965年6月1日（含）之后', 'born on or after 6 January 1965', { added: ['1965-01-06'], lost: ['1965-06-01'] }],
  ['80-120万元', 'RMB 800,000 to 1,200,000', same],
  ['80-120万元', 'RMB 0.8–1.2 million', same],
  ['80-120万元', 'RMB 80,000 to 120,000', { added: ['RMB80000', 'RMB120000'], lost: ['RMB800000', 'RMB1200000'] }],
  ['近2年', 'two years', same],
  ['三类', '4 kinds', { added: ['4'], lost: [] }],
  ['误检率万分之一', 'one in ten thousand', same],
  ['误检率万分之一', 'one in a thousand', { added: [], lost: ['10000'] }],
])('beside “%s”, “%s” differs by %j', (zh, en, expected) => {
  expect(differences(zh, en)).toEqual(expected);
});
