/** A machine that loses its power again and again while people talk: what was acknowledged is there when it comes back. */
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { crash } from '../crash/crash.ts';
import { dataFolder } from '../support/hallTalk.ts';
import { looseDisk, noMounts } from './mounts.ts';

const why = noMounts('loop');
const skipped = why === undefined ? '' : ` (skipped: ${why})`;

describe.skipIf(why !== undefined)(`a power cut${skipped}`, () => {
  async function cuts(kills: number, env: Record<string, string> = {}) {
    const folder = await dataFolder();
    const disk = await looseDisk(folder);
    onTestFinished(() => disk.remove());
    const data = join(disk.folder, 'data');
    // The home itself (its signing key) is safe before anybody talks.
    return crash({ kills, people: 8, seed: 11, folder, data, env, begun: disk.flush, meanwhile: disk.cutPower });
  }

  test('20 of them lose, double and tear nothing that was acknowledged', async () => {
    const report = await cuts(20);
    expect(report).toMatchObject({ faults: [], torn: [], exitCode: 0 });
    expect(report.acknowledged).toBeGreaterThan(100);
  }, 900_000);

  test('what is not flushed is lost by it: without flushing, acknowledged messages are gone', async () => {
    const { faults } = await cuts(3, { DURABILITY: 'fast' });
    expect(faults.join()).toMatch(/was acknowledged and is not there/);
  }, 300_000);
});
