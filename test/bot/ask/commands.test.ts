import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { grade } from '../../../bot/ask/grade.ts';
import { readQuestionSet, turnsOf } from '../../../bot/ask/questionSet.ts';
import { reported } from '../../../bot/ask/report.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { dataFolder } from '../../support/hallTalk.ts';
import { realService } from '../../support/realService.ts';
import { project } from '../../tooling/plant.ts';

const run = promisify(execFile);
const node = (...args: string[]) => run(process.execPath, args, { cwd: project, maxBuffer: 2 ** 26 });
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'guohe-eval-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};
const { source } = loadGuide('jx-intl-2023');
const sets = ['qa-dev', 'qa-generated', 'qa-decline-dev'].map((name) => `test/eval/${name}.json`);
const original = new URL('../../eval/qa-grade.mjs', import.meta.url).pathname;
const sourcePath = join(project, 'knowledge/guides/jx-intl-2023/source.txt');

/** Answers of every kind that a grade depends on. */
const manners: Record<string, (item: ReturnType<typeof readQuestionSet>[number]) => string> = {
  gold: ({ gold }) => gold ?? '',
  echo: (item) => turnsOf(item).join(' '),
  nothing: () => '',
  refusal: () => '抱歉，指南未作规定，我无法回答这个问题，建议联系咨询台人工答复。',
  yes: () => '是的，可以，符合要求，最高 53% 或 12345 万元，见 https://example.cn。',
  everything: () => `**${source}**`,
  half: ({ gold }) => (gold ?? '').slice(0, 40),
};

describe('the grades are those of the original grader', () => {
  test.each(sets)('%s, every item, whatever the answers', async (path) => {
    const set = readQuestionSet(join(project, path));
    for (const [manner, answer] of Object.entries(manners)) {
      const answers = new Map(set.map((item) => [item.id, answer(item)]));
      const file = join(folder(), 'answers.jsonl');
      writeFileSync(file, [...answers].map(([id, text]) => JSON.stringify({ id, answer: text })).join('\n'));
      const { stdout } = await node(original, path, file, '--json', '--guide', sourcePath);
      expect(reported(set, answers, source), manner).toEqual(JSON.parse(stdout));
    }
  });
});

describe('npm run eval', () => {
  test('gives the same in this process and by HTTP', async () => {
    const whole = readQuestionSet(join(project, 'test/eval/qa-dev.json'));
    const set = whole.filter(({ turns }, at) => turns || at % 4 === 0);
    const path = join(folder(), 'set.json');
    writeFileSync(path, JSON.stringify(set));
    const { url } = await realService(await dataFolder(), { HELPDESK_API_KEYS: 'desk:k1' });
    const [here, there] = await Promise.all([
      node('bot/ask/evaluate.ts', path, '--json'),
      node('bot/ask/evaluate.ts', path, '--json', '--url', url, '--key', 'k1'),
    ]);
    expect(JSON.parse(there.stdout)).toEqual(JSON.parse(here.stdout));
    expect(JSON.parse(here.stdout)).toMatchObject({ n: set.length });
  });

  test('prints shares and misses for people', async () => {
    const { stdout } = await node('bot/ask/evaluate.ts', 'test/eval/qa-dev.json', '--misses', '1');
    expect(stdout).toMatch(/^accuracy {6}\d+\.\d% \(\d+\/120\)$/m);
  });

  test.each([
    ['no set', []],
    ['a file that is not there', ['nowhere.json']],
    ['a file that is no set', ['package.json']],
  ])('%s is told in a sentence', async (_what, args) => {
    await expect(node('bot/ask/evaluate.ts', ...args)).rejects.toMatchObject({
      code: 1,
      stderr: expect.not.stringContaining('    at '),
    });
  });
});

describe('npm run ask', () => {
  test('says the answer with its clause', async () => {
    const { stdout } = await node('bot/ask/ask.ts', '负责人年龄有什么要求');
    expect(stdout).toContain('1965年6月1日');
    expect(stdout).toContain('附5 二（一）');
  });

  test('gives it as JSON, and takes further questions of the same conversation', async () => {
    const { stdout } = await node('bot/ask/ask.ts', '--json', '方向七拟立项几个', '那方向五呢');
    const [one, two] = stdout.split(/\n(?=\{)/).map((text) => JSON.parse(text));
    expect(two).toMatchObject({
      status: 'answered',
      conversation: one.conversation,
      guide: 'jx-intl-2023',
      overlay: null,
    });
  });

  test('without a question says how to ask', async () => {
    await expect(node('bot/ask/ask.ts')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('npm run ask'),
    });
  });
});

test.each([
  ['a figure is no part of a longer one', [['3%']], '提高53%', false],
  ['a figure stands where it is said', [['3%']], '提高3%', true],
  ['of each group one is enough', [['甲', '乙'], ['丙']], '乙丙', true],
  ['quotation marks, spaces and dashes do not matter', [['1-3项']], '“1 — 3 项”', true],
])('%s', (_what, mustInclude, answer, ok) => {
  const item = { id: 'x', question: '', kind: 'k', difficulty: 'd', mustInclude };
  expect(grade(item, answer).ok).toBe(ok);
});

test('the sets are those that are kept beside the original grader', () => {
  expect(sets.map((path) => readQuestionSet(join(project, path)).length)).toEqual([120, 581, 138]);
  expect(readFileSync(original, 'utf8')).toContain('export function gradeSet');
});
