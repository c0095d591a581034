/**
 * The patterns that the program makes while it runs: all modules of the floors are loaded, everything that is asked for makes its own, and each
 * is noted with the line that made it. A process of its own (`built.ts` starts it), because `RegExp` is exchanged before any module is loaded.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Built } from './built.ts';
import { administered } from './caps.ts';
import { project, sourceFiles, writtenPatterns } from './written.ts';

const made = new Map<string, Built>();

function note(source: unknown, flags: unknown): void {
  const line = (new Error().stack ?? '')
    .split('\n')
    .find((each) => each.includes(project) && !each.includes('builtHere'));
  const at = /\(?(?:file:\/\/)?(\/[^()]*?):(\d+):\d+\)?$/.exec(line ?? '');
  if (!at?.[1] || at[1].includes('/node_modules/')) return;
  const built = new Plain(
    source instanceof Plain ? source : String(source),
    flags === undefined ? undefined : String(flags),
  );
  const place = { file: relative(project, at[1]), line: Number(at[2]) };
  made.set(`${built.source}/${built.flags} ${place.file}:${place.line}`, {
    source: built.source,
    flags: built.flags,
    ...place,
  });
}

const Plain = RegExp;
Error.stackTraceLimit = 12;
globalThis.RegExp = new Proxy(Plain, {
  construct(target, args, as) {
    note(args[0], args[1]);
    return Reflect.construct(target, args, as);
  },
  apply(target, self, args) {
    note(args[0], args[1]);
    return Reflect.apply(target, self, args);
  },
});

// Commands and threads do their work when they are loaded.
const works = (file: string): boolean =>
  readFileSync(join(project, file), 'utf8').match(/process\.argv|workerData/) !== null;
const { places } = writtenPatterns(sourceFiles());
const inside = sourceFiles().filter((file) => /^(?:knowledge|dialogs|state)\/.*\.ts$/.test(file));
const making = places.map(({ file }) => file).filter((file) => !administered(file));
for (const file of new Set([...inside, ...making])) if (!works(file)) await import(join(project, file));

// What is made of data when somebody says something.
const { countries } = await import('../../../knowledge/places/country.ts');
const { unlistedCity } = await import('../../../knowledge/places/unlistedCity.ts');
const { loadGuide } = await import('../../../knowledge/loadGuide.ts');
const { questionsOf } = await import('../../../knowledge/questions/index.ts');
const { allStated } = await import('../../../knowledge/narrate/stated.ts');
const { yearsNamed } = await import('../../../knowledge/answer/callYears.ts');
const { readJiangxi } = await import('../../../knowledge/read/readJiangxi.ts');
const { formOf } = await import('../../../knowledge/languages/forms.ts');
const { readEnglishMonthDay } = await import('../../../knowledge/languages/en/dates.ts');
const { ask } = await import('../../../knowledge/answer/ask.ts');
const { wishIn } = await import('../../../dialogs/handoverWishes.ts');
const { directionsTyped } = await import('../../../bot/channels/teams/cardChoices.ts');
const { grade } = await import('../../../bot/ask/grade.ts');
const { readQuestionSet } = await import('../../../bot/ask/questionSet.ts');
const { typedAnswers } = await import('../../support/gradeAnswers.ts');
const { published } = await import('../../support/published.ts');
const { readyAnswers, talk } = await import('../../support/talk.ts');
const guide = loadGuide('jx-intl-2023');
const today = '2023-05-08';

// Those of countries differ in names alone: the ones with the most and the longest.
const mostNames = countries.toSorted((one, other) => String(other.names).length - String(one.names).length).slice(0, 3);
for (const country of mostNames) for (const text of ['铜带省基特韦', '在普克镇']) unlistedCity(text, country);
const questions = readQuestionSet(join(project, 'test/eval/qa-dev.json'));
for (const { question } of questions.slice(0, 100)) ask({ text: question, guide, overlay: null, today });
for (const { id: point, ask: own, answers = [], options } of guide.openPoints) {
  const rulings = [{ point, choice: options[0]?.id ?? '' }];
  const asked = guide.answers.flatMap((row) => (answers.includes(row.id) && row.ask ? [row.ask] : []));
  for (const text of [...own, ...asked]) ask({ text, guide, overlay: published(guide, { rulings }), today });
}
for (const { topic, say } of [...typedAnswers('answers-1.json'), ...typedAnswers('answers-6.json')]) {
  const context = { facts: {}, guide, today, index: 0 };
  for (const question of questionsOf(guide)) if (question.topic === topic) question.read(say, context);
  allStated(say, context, 'self');
}
ask({ text: '欧美那头占几个，两类各立几个？', guide, overlay: null, today });
for (const text of ['德国的吉森大学跟我们合作，外方全称叫吉森大学', '单位从南昌县迁到南昌市红谷滩了'])
  allStated(text, { facts: {}, guide, today, index: 0 }, 'self');
readJiangxi('单位在南昌，迁到赣州了');
formOf('our lead is (a )?{title}', '{title}');
readEnglishMonthDay('12 March');
const told = talk();
told.sayAll(...readyAnswers, '出生日期写错了，是1980年1月2日');
yearsNamed('2023年和2024年有什么不同', today);
wishIn('这个我不太懂，帮我转人工吧，谢谢');
wishIn('太复杂了，工作人员在吗，咨询台');
directionsTyped(guide, { text: '可选方向一至十。' });
// What question sets look for is their own: a few stand for all.
for (const item of questions.slice(0, 20)) grade(item, '指南没有规定。方向一');

process.stdout.write(JSON.stringify([...made.values()]));
