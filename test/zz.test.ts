import { test } from 'vitest';
import { generate } from './oracle/generate.ts';
import { factsInput, factsOfInput } from '../knowledge/factsInput.ts';
import { assess } from '../knowledge/assess.ts';
import { cautionsOf } from '../knowledge/cautions.ts';
import type { Facts } from '../knowledge/facts.ts';
import { guide } from './support/readyCase.ts';
test('time', () => {
  let n=0; const sets: Facts[]=[]; for (const s of generate()) { n++; if (n%200===0) { try { sets.push(factsOfInput(factsInput.parse(s.facts))); } catch {} } }
  const bare = {...guide, cautions: []};
  for (const round of [1,2]) {
  let t=performance.now(); for (const s of sets) assess(s,bare,null,'2023-05-08'); console.log(n, sets.length,'bare', (performance.now()-t)/sets.length);
  t=performance.now(); for (const s of sets) cautionsOf(s, guide,'zh'); console.log('caution', (performance.now()-t)/sets.length);
  for (const c of guide.cautions) { t=performance.now(); for (const s of sets) cautionsOf(s, {...guide,cautions:[c]},'zh'); const d=(performance.now()-t)/sets.length; if (d>0.05) console.log('caution', c.id, d); }
  }
}, 600000);
