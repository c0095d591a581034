import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cardWords } from '../../../bot/channels/teams/cardWords.ts';
import { teamsWords } from '../../../bot/channels/teams/wording.ts';
import { handoverWords } from '../../../dialogs/handoverWords.ts';
import { words } from '../../../dialogs/wording.ts';
import { answerWords } from '../../../knowledge/answer/answerWords.ts';
import { factWords } from '../../../knowledge/factWords.ts';
import { itemName } from '../../../knowledge/itemNames.ts';
import { inLanguage, phraseIn } from '../../../knowledge/language.ts';
import { guideTranslations } from '../../../knowledge/languages/tables.ts';
import { questionsOf } from '../../../knowledge/questions/index.ts';
import { verdictWords } from '../../../knowledge/verdictWords.ts';
import { chineseIn } from '../../support/onlyEnglish.ts';
import { guide } from '../../support/readyCase.ts';

const file = new URL('../../../knowledge/guides/jx-intl-2023/en/suggestions.json', import.meta.url);

/** Every sentence of a table, with where it stands. */
function sentences(value: unknown, at = ''): [at: string, text: string][] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => sentences(each, `${at}.${key}`));
}

const missing = (value: unknown): string[] =>
  sentences(value)
    .filter(([, text]) => chineseIn(text).length > 0)
    .map(([at]) => at);

/** Only staff read these: what the desk's item is called, and how an account is linked. */
const forStaff = ['.noQuestion'];

test.each([
  ['the talk', words('en')],
  ['handing over', handoverWords('en')],
  ['the verdict', verdictWords('en')],
  ['facts', factWords('en')],
  ['answers', answerWords('en')],
  ['Teams', teamsWords('en')],
  ['cards', cardWords('en')],
])('no sentence is missing in English: %s', (_, table) => {
  expect(missing(table).filter((at) => !forStaff.includes(at))).toEqual([]);
});

test('no question, label, retry or part of a question is missing', () => {
  const all = questionsOf(guide).map(({ id, wording, parts = {} }) => ({
    id,
    wording: inLanguage(wording, 'en'),
    parts: Object.values(parts).map(({ ask, choices = [] }) => [ask, ...choices].map((each) => phraseIn(each, 'en'))),
  }));
  expect(missing(all.map(({ wording, parts }) => ({ wording, parts })))).toEqual([]);
});

test('a question has as many labels in English as in Chinese, and no two alike', () => {
  for (const { id, wording, parts = {} } of questionsOf(guide)) {
    const [zh, en] = [inLanguage(wording, 'zh'), inLanguage(wording, 'en')];
    expect(en.choices?.length ?? 0, id).toBe(zh.choices?.length ?? 0);
    expect(en.list?.length ?? 0, id).toBe(zh.list?.length ?? 0);
    for (const { choices = [] } of Object.values(parts)) {
      const labels = choices.map((each) => phraseIn(each, 'en'));
      expect(new Set(labels).size, id).toBe(choices.length);
    }
  }
});

test('no rule, caution, direction or item of a list is missing', () => {
  const said = {
    rules: guide.rules.map(({ row }) => inLanguage(row.words, 'en')),
    rows: guide.rules
      .flatMap(({ row }) => (row.row ? [inLanguage(guide.rowWords(row.row), 'en')] : []))
      .map(({ title, what, todo }) => [title, what, todo]),
    cautions: guide.cautions.map((each) => inLanguage(each.words, 'en')),
    directions: guide.directions.map(({ title }) => phraseIn(title, 'en')),
    items: ['tasks', 'revenue', 'fundsSource'].map((item) => itemName('agreement.content', item, 'en')),
  };
  expect(missing(said)).toEqual([]);
});

test('most answers have an English text of their own; how many do not is known', () => {
  expect(guide.answers.filter(({ words: own }) => own.en === undefined).map(({ id }) => id)).toEqual([]);
});

test('every label and every question that is offered fits a button of 40 letters, and offered questions differ', () => {
  const offered = Object.values(guideTranslations.suggestions.parse(JSON.parse(readFileSync(file, 'utf8'))));
  const labels = questionsOf(guide).flatMap(({ wording, parts = {} }) => [
    ...(inLanguage(wording, 'en').choices ?? []),
    ...Object.values(parts).flatMap(({ choices = [] }) => choices.map((each) => phraseIn(each, 'en'))),
  ]);
  expect([...offered, ...labels].filter((each) => each.length > 40)).toEqual([]);
  expect(new Set(offered.map((each) => each.toLowerCase())).size).toBe(offered.length);
});
