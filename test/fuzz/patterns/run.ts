/** Judges the patterns that are not listed yet, forgets those that are gone, and tells which are to be mended. */
import { judged, tooLong } from './judge.ts';
import { allPatterns, type Judgement, judgements, keepJudgements } from './listed.ts';

const known = judgements();
const { patterns } = await allPatterns();
const kept: Judgement[] = [];
const slow: string[] = [];
for (const [at, { hash, source, flags, files, cap }] of patterns.entries()) {
  const listed = known.get(hash);
  const [file = ''] = files;
  const fits = listed?.longest === cap.longest;
  const each: Judgement = fits ? { ...listed, file } : { hash, file, ...judged(source, flags, cap.longest) };
  kept.push(each);
  if (each.ms > tooLong) slow.push(`${file}: /${source}/${flags}\n  ${each.ms} ms over ${JSON.stringify(each.worst)}`);
  if (!fits && at % 200 === 0) {
    process.stderr.write(`${at}/${patterns.length}\n`);
    keepJudgements(kept);
  }
}
keepJudgements(kept);
const how = Map.groupBy(kept, ({ by }) => by);
const counts = [...how].map(([by, those]) => `${those.length} ${by}`).join(', ');
process.stdout.write(`${kept.length} patterns: ${counts}; ${slow.length} slow\n`);
process.stdout.write(slow.map((line) => `${line}\n`).join(''));
process.exitCode = slow.length > 0 ? 1 : 0;
