/** Ten thousand past turns are replayed within a minute, out of the home that keeps them, while whoever talks meanwhile waits for nothing. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { replayInThread } from '../../../bot/replay/inThread.ts';
import { storedTalks } from '../../../bot/replay/stored.ts';
import { pastHome } from '../../support/pastTalks.ts';

const turns = 10_000;

test('ten thousand turns within a minute, and the loop of the service turns on', async () => {
  const { store } = await pastHome();
  const { transcripts, talks } = store;
  const { items } = await transcripts.list(undefined, { most: 500 });
  let kept = 0;
  for (let round = 0; kept < turns; round += 1) {
    for (const { conversation, channel } of items) {
      const lines = await talks.read(conversation, 0);
      kept += lines.filter(({ from }) => from === 'person').length;
      await transcripts.append(`${round} ${conversation}`, channel, lines);
    }
  }
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const trial = { overlay: { version: 'trial', guide: 'jx-intl-2023', units: [], words: [], rulings: [] } };
  const report = await replayInThread({
    talks: storedTalks(store, {}),
    now: { overlay: null },
    trial,
    timeZone: 'Asia/Shanghai',
  });
  delay.disable();
  const [most, longest] = [delay.percentile(99) / 1e6, delay.max / 1e6];
  console.log(
    `${report.turns} turns in ${Math.round(report.took)} ms, delay of the loop p99 ${Math.round(most)} ms, longest ${Math.round(longest)} ms`,
  );
  expect(report).toMatchObject({ answers: 0, verdicts: 0, failed: 0 });
  expect(report.turns).toBeGreaterThanOrEqual(turns);
  expect(report.took).toBeLessThan(60_000);
  // The longest one tells how busy the machine is.
  expect(most).toBeLessThan(100);
}, 300_000);
