/** How long two units have worked together and whether there is proof: 「合作好几年，佐证材料齐，放附件里」. */
import { maxInput, type Reading } from '../reading.ts';
import { readYesNo } from './readYesNo.ts';
import { saysUnknown } from './sureness.ts';

export interface Basis {
  longTermBasis?: boolean;
  evidence?: boolean;
}

const newlyMet = /刚认识|刚开始|刚接触|第一次|首次|没合作过|没有合作|从没|才认识|初次|新认识|没什么合作|还没合作/;
const longTerm =
  /合作(?:了|已|有)?(?:好几|很多|多|四五|三四|两三|五六|七八|十几|十多|[二三四五六七八九十两\d]+)年|长期合作|一直(?:在|都)?合作|老合作|多年|(?:19|20)\d\d\s*年?(?:起|开始|就|以来)|好几年/;
const noProof =
  /(?:没有?|缺|还没|未)(?:什么|有)?(?:佐证|证明|材料|附件|准备)|(?:佐证|证明|材料|附件)(?:还|都)?(?:没|不全|不齐|缺)/;
const proof =
  /(?:佐证|证明|材料|论文|互访|协议|照片)[^，。；]{0,12}(?:齐|有|附|扫描|准备好|备好|好了|作)|作附件|放附件|当附件|附件里/;

/** Reads both facts; asks when the answer is only about something else. */
export function readBasis(text: string): Reading<Basis> | undefined {
  const said = text.slice(0, maxInput).normalize('NFKC');
  if (/[?？]|吗$/.test(said.trim())) return undefined;
  const basis: Basis = {};
  if (newlyMet.test(said)) basis.longTermBasis = false;
  else if (longTerm.test(said)) basis.longTermBasis = true;
  if (noProof.test(said)) basis.evidence = false;
  else if (proof.test(said)) basis.evidence = true;
  if (Object.keys(basis).length) return { is: 'value', value: basis };
  if (saysUnknown(said)) return { is: 'unknown' };
  const plain = readYesNo(said);
  if (plain?.is === 'value' && said.trim().length <= 6) {
    const yes = plain.value === 'yes';
    return { is: 'value', value: yes ? { longTermBasis: true, evidence: true } : { longTermBasis: false } };
  }
  return undefined;
}
