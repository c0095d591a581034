/** What a run found, for the terminal. */
import type { Found, Survivor } from './judgeGroup.ts';

/** `98.4 %`; of nothing: everything. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '100 %' : `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}

/** `knowledge/assess.ts:110 (comparison) a === b → a !== b`. */
function survivorLine({ file, line, operator, code, from, to, reached }: Survivor): string {
  const where = line > 0 ? `${file}:${line}` : file;
  const what = line > 0 ? `${from || '∅'} → ${to || '∅'}   in   ${code}` : code;
  return `${where} (${operator}${reached ? '' : ', no test goes there'}) ${what}`;
}

export function linesOf(found: Found): string[] {
  const { group, mutants, killed, byTime, survivors, seconds, tests, sample, noticed } = found;
  const head = `${group}: ${killed} of ${mutants} mutants killed, ${percent(killed, mutants)} (${byTime} by time; ${tests} tests, ${seconds} s)`;
  const some = sample ? [`  a sample of ${sample.of}, seed ${sample.seed}`] : [];
  const ways = noticed
    ? [`  noticed by behaviour ${noticed.behaviour}, by guide:check ${noticed.check}, by both ${noticed.both}`]
    : [];
  const counts = Object.entries(found.byOperator).map(
    ([operator, each]) => `  ${operator}: ${each.killed} of ${each.made}`,
  );
  const red = found.failing.map((test) => `  fails without any change, and judges nothing: ${test}`);
  return [
    head,
    ...red,
    ...some,
    ...ways,
    ...counts,
    ...survivors.map((each) => `- ${survivorLine(each)}${each.reason ? `\n    ${each.reason}` : ''}`),
  ];
}
