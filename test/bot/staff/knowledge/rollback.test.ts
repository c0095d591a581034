/** Publishing something and going back leaves every answer as it was. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readQuestionSet } from '../../../../bot/ask/questionSet.ts';
import { createLog } from '../../../../bot/log.ts';
import { openOverlays } from '../../../../bot/overlays.ts';
import type { Content } from '../../../../bot/staff/knowledge/proposal.ts';
import { changeOf } from '../../../../bot/staff/knowledge/trial.ts';
import { ask } from '../../../../knowledge/answer/ask.ts';
import { loadGuide } from '../../../../knowledge/loadGuide.ts';
import type { Overlay } from '../../../../knowledge/overlay.ts';
import { embeddedStore } from '../../../../state/lowdb/index.ts';
import { dataFolder } from '../../../support/hallTalk.ts';

const guide = loadGuide('jx-intl-2023');
const now = (): Date => new Date('2023-05-08T02:00:00Z');
const [li, wang] = [
  { id: 'li', name: '李四' },
  { id: 'wang', name: '王五' },
];

const answers = (questions: readonly string[], overlay: Overlay | null): unknown[] =>
  questions.map((text) => {
    const { overlay: _version, ...answer } = ask({ text, guide, overlay, today: '2023-05-08' }).answer;
    return answer;
  });

test('whatever is published on top of each other, going back to a version gives its answers to every question of the sets', async () => {
  const set = ['qa-dev', 'qa-decline-dev'].flatMap((name) =>
    readQuestionSet(fileURLToPath(new URL(`../../../eval/${name}.json`, import.meta.url))).map((each) => each.question),
  );
  const questions = [...set, ...(guide.openPoints[0]?.ask ?? []), '荐书乙由谁出？', '荐书戊由谁出？'];
  const store = embeddedStore(await dataFolder());
  const overlays = await openOverlays({
    documents: store.documents,
    guideId: guide.id,
    now,
    timeZone: 'Asia/Shanghai',
    log: createLog('silent'),
  });
  const versions = [{ version: 'none', answers: answers(questions, null) }];
  for (let round = 0; round < 6; round += 1) {
    const own = set.filter((_, at) => at % 17 === round).slice(0, 3);
    const contents: [Content, Content, Content] = [
      { kind: 'unit', questions: own, answer: `第${round}次的答复。` },
      {
        kind: 'word',
        concept: 'letter-of-recommendation recommendation',
        word: `荐书${'甲乙丙丁戊己'[round]}`,
      },
      {
        kind: 'ruling',
        point: 'registered-on-the-day',
        choice: round % 2 === 0 ? 'counts' : 'does-not-count',
      },
    ];
    const { version } = await overlays.publish(changeOf(contents[round % 3] ?? contents[0]), li, wang);
    versions.push({ version, answers: answers(questions, overlays.current()) });
  }
  expect(new Set(versions.map((each) => JSON.stringify(each.answers))).size).toBe(7);
  for (const { version, answers: then } of versions.toReversed()) {
    const { version: made } = await overlays.rollback(version, wang);
    expect(made).not.toBe(version);
    expect(answers(questions, overlays.current())).toEqual(then);
  }
  await overlays.stop();
  await store.close();
});
