/** Whether the American partner told the institution of the cooperation, and whether that institution agreed. */
import type { Reading } from '../reading.ts';
import { readAspects } from './readAspects.ts';
import { ask, clauses, saysMaybe, saysUnknown, stated, statements, unknown, value } from './tidy.ts';

export interface ReadUsReport {
  readonly reported?: boolean;
  readonly consent?: boolean;
}

const report = /报(?!道|名|价|销)|汇报|交上去|递上去|交了|递了|备案|走.{0,8}(?:审查|流程|审批)|disclos|report|inform/;
const consent = /同意|批准|批复|许可|批了|批过|(?<=[没未])批|批下来|获批|点头|放行|approv|consent|permission|permit/;
const denies =
  /没(?!有?问题)|未|不(?!错|久)|拒|打回|退回|驳回|还在|正在|等|待|排队|hasn't|haven't|\bnot\b|\bno\b|pending/;
const returned = /打回|退回|驳回|拒/;
const hint = '请分两样写：向所在单位报告了吗？单位同意了吗？';

/** Clause by clause; what was said last holds (打回来了，改了重报，批下来了). Consent means that it was reported. */
export function readUsReport(text: string): Reading<ReadUsReport> | undefined {
  const said = statements(text);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = stated(
    said.map((sentence) => sentence.replace(/(?<=[了过])(?=(?:但|还|也|又|都|单位|学校)?(?:没|未|不|同意|批))/g, ',')),
  );
  let heard: { reported?: boolean; consent?: boolean } = {};
  for (const part of parts) heard = { ...heard, ...saidIn(part) };
  if (Object.keys(heard).length === 0) return otherwise(text, whole);
  if (saysMaybe(whole)) return ask(hint);
  if (heard.consent === true) heard = { ...heard, reported: true };
  return value(heard);
}

function saidIn(part: string): ReadUsReport {
  // That it need not be reported says nothing of whether it was.
  if (/不用|不需要|没必要|用不着|不必/.test(part)) return {};
  if (/还在审|在审|审核中|审批中|没审完|待审|排队/.test(part)) return { consent: false };
  const asked = report.exec(part);
  const agreed = consent.exec(part);
  const no = denies.exec(part);
  const told = asked === null ? {} : { reported: /重新?报|再报/.test(part) || !refuses(part, asked.index, no) };
  if (returned.test(part)) return { reported: true, consent: false };
  // 正在走审查: handed in, not yet agreed to.
  if (asked !== null && /走|交上去|递上去/.test(asked[0]) && !/没(?:走|交|递)/.test(part))
    return { reported: true, ...(/正在|还在|在走/.test(part) ? { consent: false } : {}) };
  if (agreed === null) return told;
  return { ...told, consent: no === null || (asked !== null && no.index < asked.index && asked.index > agreed.index) };
}

/** A denial counts for a word that stands behind it: 没报, but 报了没同意 is reported. */
function refuses(part: string, at: number, no: RegExpExecArray | null): boolean {
  return no !== null && (no.index < at || /^报告?(?:过|了)?没(?:有)?$/.test(part.slice(at)));
}

const aspects = [
  { id: 'reported', words: ['报告', '汇报', '上报', '报备'] },
  { id: 'consent', words: ['同意', '批准', '许可', '批了'] },
] as const;

/** 都还没有, 都办了: neither is named. */
function otherwise(text: string, whole: string): Reading<ReadUsReport> | undefined {
  if (/不用|不需要|没必要|用不着|不必/.test(whole)) return ask(hint);
  const reading = readAspects(text, aspects);
  if (reading?.is !== 'value') return reading ?? (saysUnknown(whole) ? unknown : undefined);
  return clauses([whole]).some(saysUnknown) ? ask(hint) : reading;
}
