/** No text from outside makes a pattern of the program run for long. */
import { describe, expect, test } from 'vitest';
import { administered, madeBefore } from './caps.ts';
import { judged, timer, tooLong } from './judge.ts';
import { allPatterns, judgements } from './listed.ts';

const { patterns, places, built } = await allPatterns();
const listed = judgements();
const judgeThem = '请运行 node test/fuzz/patterns/run.ts：它逐条分析新的正则式，记进 judged.jsonl';

describe('every pattern of the program', () => {
  test('is found, also those that it makes of data while it runs', () => {
    expect(patterns.length).toBeGreaterThan(3000);
    const made = new Set(built.map(({ file, line }) => `${file}:${line}`));
    const unseen = places.filter(
      ({ file, line }) => !administered(file) && !madeBefore.includes(file) && !made.has(`${file}:${line}`),
    );
    expect(unseen, 'builtHere.ts 里要有一句话，让这里造出正则式').toEqual([]);
  });

  test('was judged, for texts as long as those that meet it', () => {
    const unlisted = patterns.filter(({ hash, cap }) => listed.get(hash)?.longest !== cap.longest);
    expect(
      unlisted.map(({ files, source }) => `${files[0]}: /${source}/`),
      judgeThem,
    ).toEqual([]);
    expect(listed.size, judgeThem).toBe(patterns.length);
  });

  test('takes no longer over the worst text that was found than a text may take', () => {
    expect([...listed.values()].filter(({ ms }) => ms > tooLong)).toEqual([]);
    const undecided = [...listed.values()].filter(({ by, why }) => by !== 'bounded' && !why);
    expect(undecided).toEqual([]);
  });

  test('of those that took longest takes no longer today', () => {
    const worst = [...listed.values()].sort((one, other) => other.ms - one.ms).slice(0, 20);
    const slow = worst.flatMap(({ hash, longest, worst: attack }) => {
      const pattern = patterns.find((each) => each.hash === hash);
      if (!pattern || !attack) return [];
      const { ms } = timer(pattern.source, pattern.flags)(attack, { from: 16, to: longest });
      return ms > 2 * tooLong ? [`${pattern.files[0]}: ${ms} ms: /${pattern.source}/`] : [];
    });
    expect(slow).toEqual([]);
  });
});

describe('a pattern that runs for long', () => {
  test.each([
    ['a loop within a loop', '^(a+)+$', ''],
    ['words in a loop that begin alike', '^(?:没有|没|有)*[。]$', 'u'],
    ['one word written twice', '^(?:另外|还有|还有?)*没', ''],
    ['with a class of classes', '^(?:[\\p{L}--[a-z]]|[\\p{L}])*!$', 'v'],
  ])('is found: %s', (_what, source, flags) => {
    expect(judged(source, flags, 4000)).toMatchObject({
      by: 'timed',
      ms: expect.toSatisfy((ms: number) => ms > tooLong),
    });
  });

  test('and one that does not is not', () => {
    expect(judged('^方向[一二三]$', 'u', 4000)).toMatchObject({
      by: 'bounded',
      ms: expect.toSatisfy((ms: number) => ms < 5),
    });
  });
});
