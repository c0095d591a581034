import { expect, test } from 'vitest';
import { decideAll } from '../../knowledge/findings.ts';
import { guide, judged, readyFacts } from '../support/readyCase.ts';
test('bench', () => {
  console.log(JSON.stringify({...judged(readyFacts), findings: 0}, null, 1));
  for (const [n, f] of [['ready', readyFacts], ['empty', {}]] as const) {
  const t = performance.now();
  for (let i = 0; i < 500; i++) judged(f);
  console.log(n, (performance.now() - t) / 500, 'ms per assess');
  const u = performance.now();
  for (let i = 0; i < 500; i++) decideAll(f as never, guide);
  console.log((performance.now() - u) / 500, 'ms per decideAll');
  }
  console.log(guide.rules.filter(({row})=>row.kind==='bar'||row.kind==='remedy').length, JSON.stringify(guide.rules.filter(({row})=>row.kind==='bar'||row.kind==='remedy').map(r=>r.row.id)));
  expect(1).toBe(1);
});
