import type { Reading } from '../reading.ts';
import { chineseNumber } from './chineseNumber.ts';
import { compact } from './normalise.ts';
import { isQuestion, isRough, saysUnknown } from './sureness.ts';

type CountReading = Reading<number>;

const ask = (hint: string): CountReading => ({ is: 'ask', hint });
const oneCount = ask('请写一个确定的数，例如 1 个；没有就写 0。');
const most = 99;

const hanNumeral = '〇零一二两三四五六七八九十百';
const measure = '(?:个(?![月字人])|家|所|条(?!条))';
const counted = new RegExp(`(?<![第.\\d${hanNumeral}])(\\d{1,6}|[俩仨双${hanNumeral}]{1,6})(?=${measure})`, 'g');
const whole = new RegExp(`^(?:有|共|一共|总共|就|只|是|只有|就有|报了?|走)*(\\d{1,6}|[俩仨${hanNumeral}]{1,6})$`);
const none =
  /^(?:我们|目前|暂时|现在|确实)*(?:一[个家](?:都|也))?(?:没有?|无|〇|零|0)(?:任何|别的|其他|其它)?(?:单位|渠道|推荐单位|参与单位|合作单位|了|的)?$/;
const open =
  /几[个家所位]|好几|多[个家所]|若干|十来|以上|以下|至少|至多|最多|不止|不到|超过|不少于|不超过|另外|另有|还有|(?<!没有?)别的|每|各|分别|[两三四五六七八九]三[个家]|一两|两三|三四|四五|五六|六七|七八|八九/;
const negatedCount = new RegExp(`(?:不是|没有|没|不足|并非)(?:\\d{1,6}|[${hanNumeral}]{1,6})${measure}`);
const pairs: Record<string, number> = { 俩: 2, 仨: 3 };

function numberOf(typed: string): number | undefined {
  return pairs[typed] ?? chineseNumber(typed);
}

/** Reads how many there are: 1个, 一家, 两个, 就走一个推荐单位; 没有 is 0. Spans, bounds and sums of parts are asked about. */
export function readCount(text: string): CountReading | undefined {
  const plain = compact(text);
  if (plain === '') return undefined;
  if (/^有?[十百]?好?几十?[个家所位]/.test(plain)) return oneCount;
  if (isQuestion(plain)) return undefined;
  if (none.test(plain)) return { is: 'value', value: 0 };
  const scanned = plain.replace(/第[\d一二三四五六七八九十]+|一[共起定般下些直样并旦]|[统唯]一|这一|那一/g, (word) =>
    word === '这一' || word === '那一' ? `${word.charAt(0)}一` : '##',
  );
  const alone = whole.exec(scanned)?.[1];
  const found = alone === undefined ? [...scanned.matchAll(counted)].map(([, typed]) => typed ?? '') : [alone];
  if (saysUnknown(plain)) return found.length === 0 ? { is: 'unknown' } : oneCount;
  const unnamed = alone === undefined ? scanned.replace(counted, '') : '';
  if (found.length === 0) return open.test(plain) ? oneCount : undefined;
  const [first = ''] = found;
  const values = found.map(numberOf);
  const one = values.every((value) => value !== undefined && value === values[0]) ? numberOf(first) : undefined;
  const spans = /[\d一二两三四五六七八九十](?:-|~|到|至|、|或)[\d一二两三四五六七八九十]/.test(scanned);
  const row = found.some((typed) => /^[一二三四五六七八九]{2,}$/.test(typed)) || /[个家所条]半/.test(scanned);
  const doubtful =
    row || /\d/.test(unnamed) || spans || open.test(scanned) || negatedCount.test(scanned) || isRough(plain);
  if (doubtful || one === undefined || (found.length > 1 && !/就|只/.test(plain))) return oneCount;
  if (!Number.isInteger(one) || one > most || /负|-/.test(plain)) return oneCount;
  return { is: 'value', value: one };
}
