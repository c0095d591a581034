import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../bot/log.ts';
import { OverlayFault, OverlayMoved, type Overlays, type OverlaysOptions, openOverlays } from '../../bot/overlays.ts';
import type { OverlayChange } from '../../knowledge/overlayChange.ts';
import type { Store } from '../../state/store.ts';
import { today } from '../support/hallTalk.ts';
import { inEveryHome } from '../support/homes.ts';

const clerk = { id: 'm1', name: '张三' };
const reviewer = { id: 'm2', name: '王敏' };
const guideId = 'jx-intl-2023';
const unit = (question: string) => ({ questions: [question], answer: `${question}：见通知。` });

async function opened(store: Store, options: Partial<OverlaysOptions> = {}): Promise<Overlays> {
  const overlays = await openOverlays({
    documents: store.documents,
    guideId,
    now: () => today,
    timeZone: 'Asia/Shanghai',
    log: createLog('silent'),
    ...options,
  });
  onTestFinished(() => overlays.stop());
  return overlays;
}

inEveryHome((empty) => {
  test('what is published is there at once, after a restart, and with the day and the name of who approved', async () => {
    const { store, reopened } = await empty();
    const overlays = await opened(store);
    expect(overlays.current()).toBeNull();
    const { version } = await overlays.publish({ units: [unit('停车场在哪里')] }, clerk, reviewer);
    expect(version).toBe('2023-05-08-1');
    expect(overlays.current()).toMatchObject({
      version,
      guide: guideId,
      units: [{ id: 'q1', date: '2023-05-08', by: '王敏' }],
    });
    await overlays.stop();
    expect((await opened(await reopened())).current()).toEqual(overlays.current());
  });

  test('another process has it when it looks again, and the same object until something changes', async () => {
    const { store } = await empty();
    const [here, there] = [await opened(store), await opened(store, { every: 20 })];
    await here.publish({ words: [{ concept: 'deadline', word: '关门时间' }] }, clerk, reviewer);
    await expect.poll(() => there.current()?.version).toBe('2023-05-08-1');
    const known = there.current();
    await there.refresh();
    expect(there.current()).toBe(known);
  });

  test('two who publish at the same time both do', async () => {
    const { store } = await empty();
    const both = [await opened(store), await opened(store)];
    const questions = ['停车场在哪里', '食堂几点开饭', '发票抬头怎么开', '去哪个窗口'];
    await Promise.all(
      questions.map((question, at) => both[at % 2]?.publish({ units: [unit(question)] }, clerk, reviewer)),
    );
    for (const each of both) {
      await each.refresh();
      expect(
        each
          .current()
          ?.units.flatMap((one) => one.questions)
          .sort(),
      ).toEqual([...questions].sort());
    }
    expect(await both[0]?.history()).toHaveLength(4);
  });

  test('each version stays as it was; a rollback is a new one with the old content', async () => {
    const overlays = await opened((await empty()).store);
    const first = await overlays.publish(
      { rulings: [{ point: 'cyprus', choice: 'europe-americas' }] },
      clerk,
      reviewer,
    );
    await overlays.publish({ rulings: [{ point: 'cyprus', choice: 'other-countries-regions' }] }, clerk, reviewer);
    expect(overlays.current()?.rulings).toMatchObject([{ choice: 'other-countries-regions' }]);
    const back = await overlays.rollback(first.version, reviewer);
    expect(overlays.current()).toMatchObject({ version: back.version, rulings: [{ choice: 'europe-americas' }] });
    await overlays.rollback('none', reviewer);
    expect(overlays.current()?.rulings).toEqual([]);
    const history = await overlays.history();
    expect(history.map(({ version, rolledBackTo }) => [version, rolledBackTo])).toEqual([
      ['2023-05-08-4', 'none'],
      ['2023-05-08-3', first.version],
      ['2023-05-08-2', undefined],
      ['2023-05-08-1', undefined],
    ]);
    await expect(overlays.rollback('2023-05-08-9', reviewer)).rejects.toThrow(OverlayFault);
  });

  test('nobody approves what they proposed, nothing empty or wrong is published, and nothing moves by trying', async () => {
    const overlays = await opened((await empty()).store);
    const twice = { ...clerk, name: '另一个名字' };
    const wrong: [change: OverlayChange, approvedBy: typeof clerk][] = [
      [{ units: [unit('停车场在哪里')] }, twice],
      [{}, reviewer],
      [{ words: [{ concept: 'no-such-concept', word: '封口日' }] }, reviewer],
      [{ units: [{ ...unit('停车场在哪里'), clause: '二', quote: '指南里没有的话' }] }, reviewer],
      [{ rulings: [{ point: '__proto__', choice: 'constructor' }] }, reviewer],
    ];
    for (const [change, approvedBy] of wrong)
      await expect(overlays.publish(change, clerk, approvedBy)).rejects.toThrow(OverlayFault);
    expect(overlays.current()).toBeNull();
    expect(await overlays.history()).toEqual([]);
  });

  test('what rests on a version that is no longer the current one is not published, and nothing twice for one reason', async () => {
    const overlays = await opened((await empty()).store);
    const first = await overlays.publish({ units: [unit('停车场在哪里')] }, clerk, reviewer, { on: null, ref: 'p1' });
    const again = await overlays.publish({ units: [unit('停车场在哪里')] }, clerk, reviewer, { on: null, ref: 'p1' });
    expect(again.version).toBe(first.version);
    const late = overlays.publish({ units: [unit('食堂几点开饭')] }, clerk, reviewer, { on: null, ref: 'p2' });
    await expect(late).rejects.toThrow(OverlayMoved);
    expect(overlays.current()?.units).toHaveLength(1);
  });

  test('a version that cannot be understood leaves the last good one, is told once, and can be published over', async () => {
    const { store } = await empty();
    const lines: string[] = [];
    const log = createLog('info', { write: (line: string) => void lines.push(line) });
    const overlays = await opened(store, { log });
    const { version } = await overlays.publish({ units: [unit('停车场在哪里')] }, clerk, reviewer);
    const second = await overlays.publish({ units: [unit('食堂几点开饭')] }, clerk, reviewer);
    const id = `${guideId}/${second.version}`;
    await store.documents.write('overlay', id, { overlay: { version: second.version, units: 'none' } });
    const other = await opened(store, { log });
    for (let look = 0; look < 3; look += 1) await other.refresh();
    expect(other.current()?.version).toBe(version);
    expect(lines.filter((line) => line.includes('the last good one stays'))).toHaveLength(1);
    await other.publish({ units: [unit('去哪个窗口')] }, clerk, reviewer);
    expect(other.current()?.units.map(({ questions }) => questions[0])).toEqual(['停车场在哪里', '去哪个窗口']);
  });
});

test('each change is handed on once', async () => {
  const seen: string[] = [];
  const documents = memory();
  const changed = async ({ version }: { version: string }): Promise<void> => {
    await setImmediate();
    seen.push(version);
  };
  const overlays = await opened({ documents } as Store, { changed }); // nothing else of a store is used
  await overlays.publish({ units: [unit('停车场在哪里')] }, clerk, reviewer);
  await overlays.refresh();
  await overlays.refresh();
  expect(seen).toEqual(['2023-05-08-1']);
});

function memory(): Store['documents'] {
  const kept = new Map<string, { kind: string; id: string; value: unknown; etag: string }>();
  let count = 0;
  return {
    read: async (kind, id) => kept.get(`${kind} ${id}`),
    async write(kind, id, value) {
      count += 1;
      kept.set(`${kind} ${id}`, { kind, id, value: JSON.parse(JSON.stringify(value)), etag: String(count) });
      return String(count);
    },
    remove: async (kind, id) => void kept.delete(`${kind} ${id}`),
    async *list(kind) {
      for (const each of kept.values()) if (each.kind === kind) yield each;
    },
  };
}
