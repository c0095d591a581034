import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commandOf } from '../../dialogs/commands.ts';
import { ask, hear } from '../../dialogs/talk.ts';
import { checkGuide } from '../../knowledge/check/checkGuide.ts';
import type { Facts } from '../../knowledge/facts.ts';
import { folderOf } from '../../knowledge/guideFolder.ts';
import { nextQuestion } from '../../knowledge/interview.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { plainQuestions } from '../../knowledge/plainQuestion.ts';
import { questionsOf } from '../../knowledge/questions/index.ts';
import { ruleRow } from '../../knowledge/ruleSchema.ts';
import { type CaseRecord, newCase } from '../../state/conversation.ts';
import { readyFacts, today } from '../support/readyCase.ts';
import { blocksOf, documentText } from './blocks.ts';

const [ruleBlock = '', questionBlock = '', englishBlock = ''] = blocksOf(
  documentText('docs/adding-a-question.md'),
  'json',
);
const row = ruleRow.parse(JSON.parse(ruleBlock));
const question = plainQuestions.parse(JSON.parse(questionBlock));

const original = folderOf('jx-intl-2023');
const folder = mkdtempSync(join(tmpdir(), 'guide-'));
afterAll(() => rmSync(folder, { recursive: true }));
cpSync(original, folder, { recursive: true });
const rulesFile = z.object({ rules: z.array(z.looseObject({ id: z.string() })), rows: z.unknown() });
const { rules, rows } = rulesFile.parse(JSON.parse(readFileSync(join(original, 'rules.json'), 'utf8')));
writeFileSync(
  join(folder, 'rules.json'),
  JSON.stringify({ rules: rules.map((each) => (each.id === row.id ? row : each)), rows }),
);
writeFileSync(join(folder, 'questions.json'), JSON.stringify([question]));
const english = z.record(z.string(), z.unknown());
const translated = english.parse(JSON.parse(readFileSync(join(original, 'en/rules.json'), 'utf8')));
writeFileSync(
  join(folder, 'en/rules.json'),
  JSON.stringify({ ...translated, ...english.parse(JSON.parse(englishBlock)) }),
);

const guide = loadGuide(folder);
const frame = { guide, overlay: null, language: 'zh' as const, today };

/** A case in which everything is known, but for what the question asks and the fact named. */
function caseWithout(...ids: (keyof Facts)[]): CaseRecord {
  const facts = Object.fromEntries(Object.entries(readyFacts).filter(([id]) => !ids.some((each) => each === id)));
  return { ...newCase('one', '第1份', guide.id), behalf: 'self', facts };
}

/** What a person who says this sees, and the case afterwards. */
function say(text: string, record: CaseRecord) {
  return ask(hear(text, commandOf(text), record, frame), frame);
}
const begin = (record: CaseRecord) => ask({ record, said: [], replies: [] }, frame);

describe('a question with its rule, added as the document shows it', () => {
  test('is data alone: three files of the guide folder differ', () => {
    const filesIn = (where: string): string[] =>
      readdirSync(where, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(where, join(entry.parentPath, entry.name)));
    const known = filesIn(original);
    const differing = filesIn(folder).filter((file) => {
      const before = known.includes(file) ? readFileSync(join(original, file), 'utf8') : undefined;
      return before !== readFileSync(join(folder, file), 'utf8');
    });
    expect(differing.toSorted()).toEqual(['en/rules.json', 'questions.json', 'rules.json']);
  });

  test('passes the check of the guide', () => {
    expect(checkGuide(folder).faults).toEqual([]);
  });

  test('is asked after the one that it names, with its choices', () => {
    const first = begin(caseWithout('funding.applied'));
    expect(first.replies.at(-1)?.question?.id).toBe(question.after);
    const next = say('100万', first.record).replies.at(-1);
    expect(next?.question).toMatchObject({ id: question.id, topic: question.topic });
    expect(next?.text).toContain(question.wording.zh.ask);
    expect(next?.choices).toEqual(question.wording.zh.choices);
  });

  test('says why, in its own words and in those of the guide', () => {
    const { text } = say('为什么', begin(caseWithout()).record).replies.at(-1) ?? { text: '' };
    expect(text).toContain(question.wording.zh.why);
    expect(text).toContain(row.quotes[0]);
  });

  test.each(question.examples)('reads “%s” as %s', (text, value) => {
    const added = questionsOf(guide).find((each) => each.id === question.id);
    const reading = added?.read(text, { facts: {}, guide, today, index: 0 });
    expect(reading?.is === 'value' ? reading.value[question.fact] : null).toBe(value);
  });

  test('settles the rule when it is answered: nothing is left to do', () => {
    const { record, replies } = say('做好了', begin(caseWithout()).record);
    expect(record.facts[question.fact]).toBe(true);
    expect(replies.at(-1)?.verdict?.assessment.verdict).toBe('ready');
    expect(replies.at(-1)?.verdict?.met).toContainEqual({ title: row.words.zh.title, clause: row.clause });
  });

  test.each([
    ['还没做', row.words.zh.unmet],
    ['不知道', row.words.zh.open],
  ])('stands in the checklist after “%s”', (text, what) => {
    const verdict = say(text, begin(caseWithout()).record).replies.at(-1)?.verdict;
    expect(verdict?.assessment).toMatchObject({ verdict: 'fixable', missingItems: [row.id] });
    const { title, todo, who } = row.words.zh;
    expect(verdict?.rows).toMatchObject([{ section: 'missing', title, what, todo, who, clauses: [row.clause] }]);
  });

  test('is not there in the guide that was copied', () => {
    const before = loadGuide('jx-intl-2023');
    expect(questionsOf(before).map(({ id }) => id)).not.toContain(question.id);
    expect(nextQuestion({ facts: readyFacts, left: {}, trail: [] }, before)).toBeUndefined();
  });

  test('is an error when it is to stand after a question that is not there', () => {
    writeFileSync(join(folder, 'questions.json'), JSON.stringify([{ ...question, after: 'nobody.knows' }]));
    expect(() => questionsOf(loadGuide(folder))).toThrow(/不认识的问题 nobody\.knows/);
  });
});
