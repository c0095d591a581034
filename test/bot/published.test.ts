/** What is published reaches everybody: the chat, both APIs, the transcript, the checklist, the question set. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { keepRegressions } from '../../bot/ask/regressions.ts';
import { createLog } from '../../bot/log.ts';
import { openOverlays } from '../../bot/overlays.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { dataFolder, openHall, repliesTo, talker } from '../support/hallTalk.ts';
import { published } from '../support/published.ts';
import { postJson, realService } from '../support/realService.ts';
import { project } from '../tooling/plant.ts';

const guide = loadGuide('jx-intl-2023');
const unit = { questions: ['咨询电话是多少'], answer: '0791-12345678，工作日有人接。' };
const rulings = [{ point: 'registered-on-the-day', choice: 'counts' }];
const run = promisify(execFile);

test('in the chat an answer that was published in mid-talk is given, and its line names the version', async () => {
  let overlay: Overlay | null = null;
  const hall = openHall(await dataFolder(), { overlay: () => overlay });
  const say = talker(hall, 'c1');
  const before = await say('咨询电话是多少', 'a');
  expect(JSON.stringify(before)).not.toContain('0791');
  overlay = published(guide, { units: [unit] });
  await say('咨询电话是多少', 'b');
  const lines = await hall.read('c1', 0);
  const line = lines.findLast(({ from }) => from === 'bot');
  expect(repliesTo('b', lines)[0]?.text).toContain('咨询台答复（2026年11月23日）：0791-12345678');
  expect(line).toMatchObject({
    overlay: '2026-11-23-1',
    answerStatus: 'answered',
    citations: [{ source: '咨询台答复', date: '2026-11-23', quote: unit.answer }],
  });
});

test('the API of a service says what was published before it began, in answers and in assessments', async () => {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  const overlays = await openOverlays({
    documents: store.documents,
    guideId: guide.id,
    now: () => new Date('2026-11-23T02:00:00Z'),
    timeZone: 'Asia/Shanghai',
    log: createLog('silent'),
  });
  const by = { id: 'm1', name: '张三' };
  const { version } = await overlays.publish({ units: [unit], rulings }, by, { id: 'm2', name: '王敏' });
  await overlays.stop();
  await store.close();
  const { url } = await realService(folder);
  const answer = await postJson(`${url}/api/v1/ask`, { question: '打哪个电话咨询' });
  expect(answer.body).toMatchObject({ status: 'answered', overlay: version });
  expect(String(answer.body.answer)).toContain(unit.answer);
  const facts = { unit: { registeredInJiangxi: true, registrationDate: '2022-05-01' } };
  const assessed = await postJson(`${url}/api/v1/assessments`, { facts });
  expect(assessed.body).toMatchObject({ overlay: version });
  expect(assessed.body.toConfirm).not.toContain('unit.registered-before');
  expect(assessed.text).toContain('按咨询台答复（2026年11月23日，王敏）');
  const set = JSON.parse(readFileSync(join(folder, 'regressions.json'), 'utf8'));
  expect(set).toHaveLength(1 + (guide.openPoints[0]?.ask.length ?? 0));
});

test('npm run eval -- --published asks all that is published, beside a running service', async () => {
  const folder = await dataFolder();
  const evaluate = (): Promise<{ stdout: string }> =>
    run(process.execPath, ['bot/ask/evaluate.ts', '--published', '--json'], {
      cwd: project,
      env: { ...process.env, DATA_DIR: folder },
    });
  await expect(evaluate()).rejects.toMatchObject({ stderr: expect.stringContaining('还没有发布过') });
  await keepRegressions(folder, guide, published(guide, { units: [unit], rulings }));
  const report = JSON.parse((await evaluate()).stdout);
  const asked = 1 + (guide.openPoints[0]?.ask.length ?? 0);
  expect(report).toMatchObject({ n: asked, all: [asked, asked] });
});
