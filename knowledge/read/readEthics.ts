/** Clauses that give results away, and what law and research ethics ask for (human samples, data abroad, animals). */
import type { Reading } from '../reading.ts';
import { readPlainYesNo } from './readYesNo.ts';
import { ask, clauses, saysMaybe, saysUnknown, speaksOfOthers, statements, unknown, value } from './tidy.ts';

export interface ReadEthics {
  /** No clause breaks Chinese rules on intellectual property (transfer or exclusive licence abroad). */
  readonly ipLawOk?: boolean;
  /** Law and ethics: done, or nothing of the kind is involved. */
  readonly lawEthicsOk?: boolean;
}

const clauseWords = /转让|独占|许可|归外方|归对方|归境外|知识产权|成果归|买断|条款/;
const ethicsWords =
  /伦理|人体|样本|数据|出境|动物|报批|审批手续|遗传资源|人遗|临床|批件|批文|实验|小鼠|大鼠|兔子|血样|生物安全|活体|受试者/;
const none = /没有?|无|不(?!清楚|知道|确定|合规|符合|少)|未|并非/;
const done =
  /(?<![没未])下来了|(?<![没未])到手|办了|办好|办完|办结|批了|过了|通过|齐|拿到|有批件|有了|没问题|没有问题|合规|已批|批下来|审过|备案了|做了|都有|取得|有伦理|不违反|符合/;
const missing =
  /还没|没批|没办|没过|未批|未办|没做|没报|没拿|待批|正在|在办|在批|在走|准备|下周|没下来|没交|(?:还|正)?在审|审着|排队|还在(?:等|弄|办)|缺|差|要办|未通过|没通过|没有(?:伦理)?批件|没有办/;
const notInvolved =
  /不涉及|没涉及|没有涉及|未涉及|不涉|不用|不需要|不牵涉|没有人体|没有动物|没有数据|不做|不碰|没用到|用不到|不出境|没有出境/;
const hint = '请分开写：协议里有没有转让或独占许可给外方的条款；伦理、报批办了没有，或者不涉及。';

/** Reads both; a bare 没有 answers only whether such clauses stand in the agreement. */
export function readEthics(text: string): Reading<ReadEthics> | undefined {
  const said = statements(text);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = clauses(said);
  const known = parts.filter(
    (part) => !saysUnknown(part) && !(speaksOfOthers(part) && !clauseWords.test(part) && !ethicsWords.test(part)),
  );
  const ip = new Set<boolean>();
  const ethics = new Set<boolean>();
  for (const part of known) readPart(part, { ip, ethics });
  // 那种条款更没有, in one breath with the rest.
  if (
    ip.size === 0 &&
    known.some((part) => /(?:那|这|此|该)(?:种|类|样|些)条款(?:更|也|都|就)*(?:没有?|无)/.test(part))
  )
    ip.add(true);
  if ((ip.size > 0 || ethics.size > 0) && saysMaybe(whole)) return ask(hint);
  if (
    /都没问题|都没有问题|都合规|都办了|都没有?$|都不涉及|都合法/.test(whole) &&
    ethics.size === 0 &&
    ip.size === 0 &&
    !/都没有?$/.test(whole)
  )
    return value({ ipLawOk: true, lawEthicsOk: true });
  if (ip.size > 1) return ask('转让或独占许可给外方的条款，协议里到底有没有？');
  if (ethics.size > 1) ethics.delete(true);
  if (/(?:转让|许可).{0,8}(?:须|需|要|得|经).{0,6}(?:批|同意)/.test(whole))
    return ask('写的是转让或许可给外方须经批准，还是已经约定给外方？请具体写一下。');
  if (ip.size === 0 && ethics.size > 0 && /^(?:都|也)?(?:没有?|无)$/.test(parts[0] ?? '')) ip.add(true);
  if (ip.size === 0 && ethics.size === 0) {
    if (saysUnknown(whole)) return unknown;
    const answer = readPlainYesNo(text);
    if (answer?.is === 'value' && answer.value === 'no' && !clauseWords.test(whole) && !/涉/.test(whole))
      return value({ ipLawOk: true }, answer.echo);
    return answer === undefined && !/法务|审过|看过/.test(whole) ? undefined : ask(hint);
  }
  const [ipLawOk] = ip;
  const [lawEthicsOk] = ethics;
  return value({
    ...(ipLawOk === undefined ? {} : { ipLawOk }),
    ...(lawEthicsOk === undefined ? {} : { lawEthicsOk }),
  });
}

function readPart(part: string, heard: { ip: Set<boolean>; ethics: Set<boolean> }): void {
  const aboutEthics = ethicsWords.test(part);
  const aboutClauses = clauseWords.test(part) && !(aboutEthics && !/转让|独占|归外方|归对方/.test(part));
  if (aboutClauses) {
    const ok = /审过|合规|符合|没问题|没有问题|不违反/.test(part) && !/有(?:转让|独占)/.test(part.replace(/没有/g, ''));
    if (/给(?:我方|中方|我们|国内|境内|申报单位|本单位)|归(?:我方|中方|我们|申报单位)/.test(part)) return;
    if (
      /转让|独占|许可|归外方|归对方|归境外|买断/.test(part) ||
      /没有?(?:这|那|此|该)?(?:类|种|样)?的?(?:条款|约定)/.test(part)
    )
      heard.ip.add(none.test(part) && !/不是没有|没有不/.test(part) ? true : ok);
    else if (ok) heard.ip.add(true);
  }
  if (!aboutEthics) return;
  if (missing.test(part) && !notInvolved.test(part)) heard.ethics.add(false);
  else if (notInvolved.test(part) || /没有?(?:人体|样本|数据|动物|出境)/.test(part)) heard.ethics.add(true);
  else if (done.test(part)) heard.ethics.add(true);
  else if (/[没未无]/.test(part)) heard.ethics.add(false);
}
