/**
 * What has been supplied since it was said to be lacking: 推荐函刚开好了, 协议昨天签了. Only a clause that states it firmly,
 * of this application, with a word for news in it (刚、昨天、已经、现在) counts, and only from lacking to there.
 */
import type { Facts } from '../facts.ts';
import type { AnswerContext, Patch } from '../question.ts';
import { questionsOf } from '../questions/index.ts';
import { corrected } from '../read/correction.ts';
import { maxInput } from '../reading.ts';
import { type Clause, clauseText, statedClauses } from './clauses.ts';
import { factNames } from './factNames.ts';
import { isRecord, same } from './same.ts';
import type { Stated } from './stated.ts';

const news =
  /刚(?!才?[说讲问]|开始|需|性)|已|昨[天晚日儿]|今[天早日晚儿]|前天|早上|上午|中午|下午|现在|目前|终于|总算|这会儿?|这下/;
/** Where none of these stands there is no news, and nothing need be taken apart. */
const mayBeNews = /刚|已|昨|今|前天|早上|上午|中午|下午|现在|目前|终于|总算|这会|这下/;
/** The words for news themselves: 昨天 is no date of signature. */
const when = /刚[刚才]?|已经?|昨[天晚日儿]|今[天早日晚儿]|前天|早上|上午|中午|下午|现在|目前|终于|总算|这会儿?|这下/g;
const done =
  /[了齐全毕妥过]$|(?:签|开|盖|办|批|拿|标|写|译|翻|出|附|补)[好完齐全到上下出]?(?:了|来|过|的$)|到[手位]|拿到|收到|取得|完成/;
/** What is only on its way, is denied or doubted, or is another thing than the paper itself. */
const stillOpen =
  /[没未不无缺差]|还[在要需得]|准备|打算|计划|[要等]|寄|发[给去往]|送|递|[交报](?:上|给|到|去|了)|申请了|提交|正?在[办走弄写签审开盖拟谈]|流程|开始|着手|起草|拟|草稿|初稿|模板|样本|参考|(?:函|协议|批件|报告)的?(?:申请)?材料|[说讲问催谈]|答应|通知|同意给|商量|一半|部分|差不多|会签|能|可以|应该|估计|快|马上|就要|过期|作废|丢|找|重[新开签写]|另|别的|其他|上[个次回]|去年|以前/;

/** Papers and signatures: what may be lacking today and there tomorrow. No bar on a person stands among them. */
const papers: readonly (readonly [question: string, facts: readonly string[]])[] = [
  ['process.recommendation', ['process.recommendationLetter']],
  ['agreement.signed', ['agreement.signedByChina', 'agreement.signedByOverseas', 'agreement.dateClear']],
  ['agreement.highlight', ['agreement.highlighted']],
  ['agreement.language', ['agreement.translation', 'agreement.translationSealed']],
  ['agreement.lawEthics', ['agreement.lawEthicsOk']],
  ['partner.basis', ['agreement.basisEvidenceAttached']],
  [
    'domestic.agreement',
    [
      'domesticAgreement.exists',
      'domesticAgreement.sealed',
      'domesticAgreement.dateClear',
      'domesticAgreement.highlighted',
    ],
  ],
  ['us.report', ['us.reported', 'us.consent']],
  ['team', ['team.membersFromEveryParty']],
  ['app.materials', ['app.formatComplete']],
  ['unit.audit', ['unit.auditedStatementsComplete']],
];
const lists = ['app.indicatorsStated', 'app.narrativeDone', 'agreement.content', 'domesticAgreement.content'];
const others = ['unit.audit', 'unit.ownFunds', 'agreement.signed', 'agreement.content', 'app.materials', 'jointLab'];

/** The facts that the text brings up to date. */
export function suppliedSince(
  text: string,
  context: AnswerContext,
  who: 'self' | 'other',
  except: readonly string[] = [],
): Stated[] {
  // 不过听说要重开: the rest of the message takes it back.
  if (/不过|但是?|可是|听说|据说/.test(text)) return [];
  const said = corrected(text.normalize('NFKC'));
  if (said.length > maxInput || !mayBeNews.test(clauseText(said))) return [];
  let { facts } = context;
  return statedClauses(said, who).flatMap((clause): Stated[] => {
    if (clause.mood !== 'stated' || !news.test(clause.text) || !done.test(clause.text)) return [];
    if (stillOpen.test(clause.text.replace(/[没不][缺差少问][^,]{0,2}/g, ''))) return [];
    const question = questionOf(clause);
    if (question === undefined || except.includes(question)) return [];
    const patch = better(question, clause.text, { ...context, facts });
    if (Object.keys(patch).length === 0) return [];
    facts = { ...facts, ...patch } as Facts;
    return [{ question, patch, evidence: clause.text }];
  });
}

function questionOf({ text, about }: Clause): string | undefined {
  const found = factNames.find(([, names]) => names.test(text))?.[0];
  const named = found ?? (/^(?:外方|对方|合作方|双方|两边|我们|我方).*签/.test(text) ? 'agreement.signed' : undefined);
  if (about === 'domestic') return /协议|签|章|标/.test(text) ? 'domestic.agreement' : undefined;
  if (about === 'partner') return named === 'agreement.signed' || named === 'us.report' ? named : undefined;
  const known = others.includes(named ?? '') || papers.some(([id]) => id === named);
  return known ? named : undefined;
}

/** What the question's own reader makes of the words, where it is better than what is known. */
function better(id: string, text: string, context: AnswerContext): Patch {
  const question = questionsOf(context.guide).find((each) => each.id === id);
  const { facts } = context;
  const fresh = Object.fromEntries(Object.entries(facts).filter(([fact]) => !question?.settles.includes(fact)));
  const years = facts['unit.auditedReportYears'];
  const plain = text.replace(when, '');
  const words =
    id === 'unit.audit' && years?.length ? `${years.map((year) => `${year}年有`).join('，')}，${plain}` : plain;
  const reading = question?.read(words, { ...context, facts: fresh });
  if (reading?.is !== 'value') return {};
  const known = facts as Record<string, unknown>;
  const entries = Object.entries(reading.value);
  // News that makes anything worse is none.
  if (entries.some(([fact, value]) => value === false && known[fact] === true)) return {};
  const gained = entries.flatMap(([fact, value]): [string, unknown][] => {
    const now = gain(id, fact, known[fact], value);
    return now === undefined || same(now, known[fact]) ? [] : [[fact, now]];
  });
  if (gained.length === 0) return {};
  // What comes along with it and was not known before (双方昨天签了: by whom).
  const along = entries.filter(([fact, value]) => known[fact] === undefined && value !== undefined);
  return Object.fromEntries([...along, ...gained]);
}

function gain(question: string, fact: string, known: unknown, value: unknown): unknown {
  if (papers.some(([id, facts]) => id === question && facts.includes(fact)))
    return known === false && value === true ? true : undefined;
  if (fact === 'agreement.form')
    return (known === 'none' || known === 'long-term-only') && value === 'new-joint' ? value : undefined;
  if (fact === 'jointLab') return (known === 'none' || known === 'planned') && value === 'existing' ? value : undefined;
  if (fact === 'unit.ownFunds')
    return typeof known === 'number' && typeof value === 'number' && value > known ? value : undefined;
  if (fact === 'unit.auditedReportYears')
    return Array.isArray(known) && Array.isArray(value) && known.every((year) => value.includes(year))
      ? value
      : undefined;
  if (lists.includes(fact) && isRecord(known) && isRecord(value)) return written(known, value);
  return undefined;
}

/** Of a list, what was not written and now is. */
function written(known: Readonly<Record<string, unknown>>, value: Readonly<Record<string, unknown>>): unknown {
  if (!Object.values(known).includes(false) || Object.values(value).includes(false)) return undefined;
  const { rest, ...named } = { ...known, ...value };
  const all = Object.values(named).length > 2 && Object.values(named).every((each) => each === true);
  return rest === undefined || (rest === false && all) ? named : { ...named, rest };
}
