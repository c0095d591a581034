/** Whether the American partner told the institution of the cooperation, and whether that institution agreed. */
import type { Reading } from '../reading.ts';
import { withLatin } from './latin.ts';
import { isPending } from './polarity.ts';
import { readAspects } from './readAspects.ts';
import { ask, clauses, saysMaybe, saysUnknown, stated, statements, unknown, value } from './tidy.ts';

export interface ReadUsReport {
  readonly reported?: boolean;
  readonly consent?: boolean;
}

const report =
  /^(?:他|教授|对方|早|早就|已|已经|都|倒是)*(?:说|讲|提)过?了$|报(?!道|名|价|销)|汇报|披露|申报|[交递](?:上去|了|过|的)|备案|走[^,]{0,10}(?:审查|流程|审批|程序|手续)|知会|告知|告诉|通知|打(?:过|了)?招呼|(?:和|跟|同|与|向|给)(?!我|系里|系主任|课题组)[^,]{0,8}(?:说|讲|提|通气|沟通)(?:了|过|明|起)?|(?:学校|单位|校方|院里|系里|大学|机构|公司|那边)[^,]{0,6}(?:知道|知情|知晓)|disclos|report|inform/;
const consent =
  /(?<!没|没有|无|未)(?:异议|意见)|同意|批准|批复|许可|ok|通过(?=了|$)|批了|批过|(?<=[没未])批|批下来|批完|获批|点(?:了|过)?头|松口|放行|认可|准许|支持|允许|签字|签了字|盖章|(?<=不)(?:让|准|允许|赞成)|[没无](?:有)?(?:意见|异议|二话)|approv|consent|permission|permit/;
const noObjection = /[没无不](?:有)?(?:任何|什么|啥)?(?:意见|异议|二话|反对)/;
const denies =
  /忘|没(?!有?问题)|未|不(?!错|久)|拒|反对|打回|退回|驳回|还在|正在|等|待|排队|hasn't|haven't|\bnot\b|\bno\b|pending/;
const returned = /打回|退回|驳回|拒/;
/** 结果下个月出. */
const resultComes = /结果[^,]{0,8}(?:才|出|公布|知道|下来)(?!了)/;
const hint = '请分两样写：向所在单位报告了吗？单位同意了吗？';
/** 我们自己单位是同意的: the applicant's side is not asked about. */
const oursAgreed =
  /(?<=^|[,，。;；])(?:我们|咱们|我方|中方|本单位|我校|我院|我所|国内)(?:自己)?(?:这边|这头)?的?(?:单位|学校|医院|公司|院里|领导)?(?:自己)?(?:是|都|也|早|已经?|肯定|倒)*(?:没意见|同意|支持|批准?|知道|报)[^,，。;；]{0,4}[,，。;；]/g;
/** 同不同意: neither. */
const whether =
  /[同批]没[同批](?:意|准)?|同不同意|批不批准?|(?:同意|批准)(?:不|没)(?:同意|批准)|报没报|批没批|(\p{Script=Han})[没不]\1|有没有[^,。]{0,8}/gu;

/** Clause by clause; what was said last holds (打回来了，改了重报，批下来了). Consent means that it was reported. */
export function readUsReport(typed: string): Reading<ReadUsReport> | undefined {
  const text = typed.trim().replace(oursAgreed, '');
  const said = statements(text);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  // 同意不同意还没消息: nothing is known of that.
  if (/(?:报告|同意|批准)[、和与及]\s*(?:报告|同意|批准)/.test(whole)) return otherwise(text, whole);
  const parts = stated(
    said.map((sentence) =>
      withLatin(sentence)
        .replace(/(?:只|就)(?:是)?(?:回|说|写)了?一?句[^,。;]{0,10}/g, '')
        .replace(/(报告?|汇报)(?:是|倒是)?有(?:的|了)?,(?:单位)?同意(?:倒|就|还)?没有/g, '$1了,单位没同意')
        .replace(/前者/g, '报告')
        .replace(/后者/g, '单位同意')
        .replace(/(?:同意|批准|批复)[^,。;]{0,6}没(?:见|看)(?:着|到)/g, '不清楚')
        .replace(/(?:同意不同意|同不同意|同没同意|批不批准?|批没批|同意没同意|同意没有?)[^,。;]{0,8}/g, '不清楚')
        .replace(/(?<=[了过])(?=(?:但|还|也|又|都|单位|学校|他们)?(?:没|未|不|同意|批))/g, ','),
    ),
  );
  let heard: { reported?: boolean; consent?: boolean } = {};
  for (const part of parts) heard = { ...heard, ...saidIn(part.replace(whether, '')) };
  if (Object.keys(heard).length === 0) return otherwise(text, whole);
  if (saysMaybe(whole) || /应该[^,]{0,6}(?:报|说|讲|同意|批)/.test(whole)) return ask(hint);
  if (heard.consent === true) heard = { ...heard, reported: true };
  // 报了，在等回音: what is still to come is the consent.
  const waits = parts.some(
    (part) =>
      isPending(part) ||
      resultComes.test(part) ||
      /结果[^,]{0,3}没|没出来|没出结果|没(?:有)?(?:给)?(?:回音|消息|结果|下文|动静|答复|回复|表态)|审查|审核|审批|在审|批复|没结束|没走完/.test(
        part,
      ),
  );
  if (
    heard.reported === true &&
    heard.consent === undefined &&
    waits &&
    parts.some((part) => denies.test(part) || isPending(part) || resultComes.test(part))
  )
    heard = { ...heard, consent: false };
  if (heard.reported === false && /^(?:还)?没(?:有)?(?:的|呢)?$/.test(parts[0] ?? ''))
    heard = { ...heard, consent: false };
  // Nothing can be agreed to by those who were told nothing.
  if (heard.reported === false && heard.consent === undefined && /谈不上|更|自然|当然也/.test(whole))
    heard = { ...heard, consent: false };
  return value(heard);
}

function saidIn(part: string): ReadUsReport {
  // That it need not be reported says nothing of whether it was.
  if (/不用|不需要|没必要|用不着|不必/.test(part)) return {};
  if (/(?:还|正|仍)?在审|审核中|审批中|没审完|待审|排队/.test(part)) return { consent: false };
  // 法务在看: it lies with them, so they were told.
  if (
    /(?:法务|总部|学校|单位|公司|校方|院里|合规|办公室|董事会|领导)(?:还|正|仍|都)?在(?:看|研究|讨论|考虑|评估|查)/.test(
      part,
    )
  )
    return { reported: true, consent: false };
  if (noObjection.test(part)) return { consent: true };
  const asked = report.exec(part);
  const agreed = consent.exec(part);
  const no = denies.exec(part);
  // 他说过两天去报: not yet.
  if (/(?:准备|打算|过两天|过几天|下周|下个?月|回头|[要会去再])[^,了过]{0,4}(?:报告?|汇报|上报|说|讲|提)$/.test(part))
    return { reported: false };
  const told = asked === null ? {} : { reported: /重新?报|再报/.test(part) || !refuses(part, asked.index, no) };
  if (returned.test(part)) return { reported: true, consent: false };
  // 正在走审查: handed in, not yet agreed to.
  if (asked !== null && /走|[交递]上去/.test(asked[0]) && !/没(?:走|交|递)/.test(part))
    return { reported: true, ...(/正在|还在|在走/.test(part) ? { consent: false } : {}) };
  if (agreed === null) return told;
  return { ...told, consent: no === null || (asked !== null && no.index < asked.index && asked.index > agreed.index) };
}

/** A denial counts for a word that stands behind it: 没报, but 报了没同意 is reported. */
function refuses(part: string, at: number, no: RegExpExecArray | null): boolean {
  return no !== null && (no.index <= at || /^报告?(?:过|了)?没(?:有)?$|^知道?不/.test(part.slice(at)));
}

const aspects = [
  { id: 'reported', words: ['报告', '汇报', '上报', '报备'] },
  { id: 'consent', words: ['同意', '批准', '许可', '批了'] },
] as const;

const neither =
  /^(?:两[样项个件]|一[样项个件]|这两[样项个件]|哪[样项个]|什么|啥)?(?:都|也|均|全)?(?:还|尚)?(?:没有?|未|不)(?:有)?(?:办|做|弄|搞|走|开始|动|提|启动)?(?:过|呢|的|理|到)?$/;
const both =
  /^(?:两[样项个件]|这两[样项个件])?(?:都|均|全)(?:已)?(?:经)?(?:办|做|弄|搞|走|有|好|齐|完成|落实|到位|取得)(?:好|完|过|妥|齐|理|结)?了?的?$/;

/** 都还没有, 都办了: neither is named. */
function otherwise(text: string, whole: string): Reading<ReadUsReport> | undefined {
  if (/不用|不需要|没必要|用不着|不必/.test(whole)) return ask(hint);
  // 应该不会有什么问题 says neither.
  if (/(?:应该|按理|理论上)[^,。]{0,8}问题/.test(whole)) return ask(hint);
  const parts = clauses([whole]);
  if (!saysMaybe(whole)) {
    if (parts.some((part) => neither.test(part)) || /^(?:没有|没|无)+(?:的|哦|啊)?$/.test(parts[0] ?? ''))
      return value({ reported: false, consent: false });
    if (parts.some((part) => both.test(part))) return value({ reported: true, consent: true });
  }
  const reading = readAspects(text, aspects);
  if (reading?.is !== 'value') return reading ?? (saysUnknown(whole) ? unknown : undefined);
  return parts.some(saysUnknown) ? ask(hint) : reading;
}
