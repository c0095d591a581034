/** Cities and counties of Jiangxi, listed in 附2 as 中方 or not; with the city that a county belongs to. */
import type { Guide } from '../../guide.ts';
import { wordAt, words } from '../../read/scan.ts';
import type { Mention } from '../asked.ts';
import counties from './listsCounties.json' with { type: 'json' };
import { shortName } from './shortName.ts';

const other: Readonly<Record<string, readonly string[]>> = counties;
const cityOf = new Map(Object.entries(other).flatMap(([city, own]) => own.map((name) => [name, city] as const)));

/** The city above a county (`瑞金市` → `赣州市`); undefined for a city that stands by itself. */
export function cityAbove(side: string): string | undefined {
  return cityOf.get(side);
}

/** Short names that are something else as often: only with 市, 县 or 区 behind them. */
const ambiguous = new Set(
  '上高 青山 东湖 西湖 新建 万年 石城 安远 兴国 莲花 永丰 万安 乐安 金溪 青云 昌江 德安 泰和 铜鼓 青原 大余 永新 信丰'.split(
    ' ',
  ),
);

/** Typed by their sound, and words of a dictionary besides, so that no repair meets them. */
const misspelt: Readonly<Record<string, string>> = {
  赣洲: '赣州市',
  干州: '赣州市',
  抚洲: '抚州市',
  九将: '九江市',
  上绕: '上饶市',
  上铙: '上饶市',
  宜椿: '宜春市',
  吉按: '吉安市',
  鹰谭: '鹰潭市',
  萍香: '萍乡市',
  新于: '新余市',
  景德正: '景德镇市',
  景德阵: '景德镇市',
  贵西: '贵溪市',
  井岗山: '井冈山市',
  瑞仓: '瑞昌市',
  丰成: '丰城市',
};

/** What else they are called, and in Latin script. */
const nicknames: Readonly<Record<string, string>> = {
  瓷都: '景德镇市',
  景德镇市: '景德镇市',
  洪城: '南昌市',
  豫章: '南昌市',
  浔城: '九江市',
  虔城: '赣州市',
  nanchang: '南昌市',
  jiujiang: '九江市',
  jingdezhen: '景德镇市',
  yichun: '宜春市',
  shangrao: '上饶市',
  ganzhou: '赣州市',
  yingtan: '鹰潭市',
  xinyu: '新余市',
  "ji'an": '吉安市',
  jian: '吉安市',
  pingxiang: '萍乡市',
  fuzhou: '抚州市',
  guixi: '贵溪市',
  jinggangshan: '井冈山市',
  ruichang: '瑞昌市',
  fengcheng: '丰城市',
  "gao'an": '高安市',
  gaoan: '高安市',
  zhangshu: '樟树市',
  dexing: '德兴市',
  yuehu: '月湖区',
  ...misspelt,
};

const tables = new WeakMap<Guide, ReturnType<typeof tableOf>>();

function tableOf(guide: Guide) {
  const listed = new Set(guide.sisterCities.map(({ jiangxiSide }) => jiangxiSide));
  listed.delete('江西省');
  const entries = new Map<string, { name: string; listed: boolean }>();
  for (const name of [...Object.keys(other), ...cityOf.keys(), ...listed]) {
    const side = { name, listed: listed.has(name) };
    entries.set(name, side);
    const short = shortName(name);
    if (short !== name && !ambiguous.has(short) && (!entries.has(short) || side.listed)) entries.set(short, side);
  }
  for (const [nick, name] of Object.entries(nicknames)) entries.set(nick, { name, listed: listed.has(name) });
  return words(entries);
}

/** 公司在南昌注册 is no question about Nanchang’s sister cities: a side is named where pairs are spoken of, or by itself (那九江呢). */
const aboutPairs =
  /友|姐妹|姊妹|结[了成好对缘的]|附件?2|对子|兄弟(?:城|市|省)|结亲|认亲|哪个市|哪座|twin|sister|partner cit/;
const shortText = 12;
/** 那萍乡呢, 叫什么: goes on from a question about another city. */
const goesOn = /^(?:那|还有|然后|那么)?[\p{Script=Han}]{2,5}呢/u;

/** The places of Jiangxi that a text names; Jiangxi itself is no mention. */
export function sidesIn(text: string, guide: Guide): Mention[] {
  if (text.length > shortText && !aboutPairs.test(text) && !goesOn.test(text)) return [];
  let table = tables.get(guide);
  if (!table) {
    table = tableOf(guide);
    tables.set(guide, table);
  }
  const found: Mention[] = [];
  for (let at = 0; at < text.length; at++) {
    const word = wordAt(text, at, table);
    if (!word) continue;
    const end = at + word.text.length;
    if (/[a-z]/.test(word.text) && (/[a-z]/.test(text.charAt(at - 1)) || /[a-z]/.test(text.charAt(end)))) continue;
    found.push({ is: 'side', ...word.means, start: at, end });
    at = end - 1;
  }
  return found;
}
