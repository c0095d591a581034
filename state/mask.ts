/** Mainland identity numbers and phone numbers, masked before anything is kept: 3601*************X, 138****1234. */

/** What people put between digits. */
const gap = '[ \\t\\u3000\\-‐-―－.．·]{0,2}';
const digit = '[0-9０-９]';
const alone = { before: `(?<!${digit})`, after: `(?!${digit})` };
const digits = (count: number): string => `${digit}(?:${gap}${digit}){${count - 1}}`;

interface Kind {
  pattern: RegExp;
  /** The masked form of a match; undefined when it is no such number. */
  masked(found: Found): string | undefined;
}

interface Found {
  /** The digits (and X) alone. */
  number: string;
  /** Their lengths as they were written in groups. */
  groups: string[];
  lead: string;
  before: string;
  after: string;
}

const kinds: readonly Kind[] = [
  {
    pattern: whole(`${digits(17)}${gap}[0-9０-９XxＸｘ×]`),
    masked: ({ number, groups, before }) =>
      saidToBe.test(before) || (isIdentity(number, groups) && !ofSomethingElse.test(before))
        ? starred(number)
        : undefined,
  },
  {
    pattern: whole(`${digit}{6}${gap}${digit}{6}${gap}${digit}{3}`),
    masked: ({ number, before }) =>
      ofProvince(number) && isDay(`19${number.slice(6, 12)}`) && !ofSomethingElse.test(before)
        ? starred(number)
        : undefined,
  },
  {
    pattern: whole(digits(11), `(?:[+＋]|00|００)?(?:86|８６)${gap}`),
    masked: ({ number, groups, lead, before, after }) =>
      isMobile(number, groups) && !isMoney(before, after)
        ? `${lead}${number.slice(0, 3)}****${number.slice(7)}`
        : undefined,
  },
  {
    pattern: whole(`[（(]?[0０]${digit}{2,3}[）)]?${gap}${digit}{3,4}${gap}${digit}{4}`),
    masked: ({ number, groups, before, after }) =>
      isLandline(number, groups) && !isMoney(before, after)
        ? `${number.slice(0, areaOf(number))}-****${number.slice(-4)}`
        : undefined,
  },
  {
    // Seven or eight digits that are said to be a phone.
    pattern: whole(
      `${digits(7)}(?:${gap}${digit})?`,
      '(?:电话|座机|固话|手机|联系方式|传真|tel|phone)(?:号码|号)?(?:是|为|[:：])?\\s{0,2}',
    ),
    masked: ({ number, lead, after }) =>
      lead !== '' && !/^\s?[台部个]/.test(after) ? `${lead}****${number.slice(-4)}` : undefined,
  },
];

/** The text with every identity and phone number masked; all else, dates, sums and registration codes too, stays as it is. */
export function mask(text: string): string {
  return kinds.reduce((rest, { pattern, masked }) => rest.replace(pattern, replaced(masked)), text);
}

/** Whether a text holds a number that was masked. */
export function holdsMasked(text: string): boolean {
  return /\d{4}\*{10,13}[\dX]|1\d\d\*{4}\d{4}|(?:0\d{2,3}-|\D)\*{4}\d{4}/.test(text);
}

/** Texts masked wherever they stand in plain data; numbers that are such a number become masked texts. */
export function maskDeep(value: unknown): unknown {
  if (typeof value === 'string') return mask(value);
  if (typeof value === 'number') return mask(String(value)) === String(value) ? value : mask(String(value));
  if (Array.isArray(value)) return value.map(maskDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [mask(key), maskDeep(each)]));
}

function whole(number: string, lead = ''): RegExp {
  return new RegExp(`${alone.before}(${lead && `(?:${lead})?`})(${number})${alone.after}`, 'gi');
}

function replaced(masked: Kind['masked']) {
  return (found: string, lead: string, written: string, at: number, text: string): string => {
    const groups =
      written
        .normalize('NFKC')
        .replace(/×/g, 'X')
        .toUpperCase()
        .match(/[\dX]+/g) ?? [];
    const before = text.slice(Math.max(0, at - 20), at);
    const after = text.slice(at + found.length, at + found.length + 8);
    return masked({ number: groups.join(''), groups, lead, before, after }) ?? found;
  };
}

const starred = (id: string): string => `${id.slice(0, 4)}${'*'.repeat(id.length - 5)}${id.slice(-1)}`;

const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const ofProvince = (id: string): boolean => provinces.has(id.slice(0, 2));

/** An identity number, even a mistyped one. */
const saidToBe = /(?:身份证|证件)号?码?[^\d，。；,;\n]{0,4}$/;
/** The number of a unit, a contract, an account. */
const ofSomethingElse =
  /(?:信用代码|机构代码|注册号|登记证?号|执照号?|批准文?号|合同编?号|项目编?号|立项编?号|课题编?号|专利号|申请号|公开号|账号|账户|卡号)[^\d，。；,;\n]{0,6}$/;

function isIdentity(id: string, groups: readonly string[]): boolean {
  if (!ofProvince(id)) return false;
  const born = /^(?:18|19|20)/.test(id.slice(6)) && isDay(id.slice(6, 14));
  if (groups.length === 1) return born || (isChecked(id) && !isCreditCode(id));
  return born && (isChecked(id) || /^6,(?:8|4,4|4,2,2),/.test(groups.map(({ length }) => length).join()));
}

function isDay(day: string): boolean {
  const [year, month, date] = [day.slice(0, 4), day.slice(4, 6), day.slice(6, 8)].map(Number);
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  return time.getUTCMonth() + 1 === month && time.getUTCDate() === date;
}

/** GB 11643: the eighteenth sign of an identity number. */
function isChecked(id: string): boolean {
  const sum = [...id].slice(0, 17).reduce((all, each, at) => all + Number(each) * (2 ** (17 - at) % 11), 0);
  return '10X98765432'[sum % 11] === id[17];
}

/** GB 32100: the eighteenth sign of a unit's 统一社会信用代码, here of one without letters. */
function isCreditCode(code: string): boolean {
  const sum = [...code].slice(0, 17).reduce((all, each, at) => all + Number(each) * (3 ** at % 31), 0);
  return String((31 - (sum % 31)) % 31) === code[17];
}

/** Groups in which a mobile number is written. */
const mobileGroups = new Set(['11', '3,4,4', '3,8', '7,4', '3,3,5', '1,1,1,1,1,1,1,1,1,1,1']);

function isMobile(number: string, groups: readonly string[]): boolean {
  if (!/^1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])/.test(number)) return false;
  if (!mobileGroups.has(groups.map(({ length }) => length).join())) return false;
  // 15000000000, and lists of sums and years: 150 2019 2020, 1500000 2019.
  const round = (group: string): boolean => /00$|^(?:19|20)\d\d$/.test(group);
  if (groups.length === 1) return !/0{6}$/.test(number);
  return groups[0]?.length === 7 ? !round(groups[0]) : !groups.slice(1).every(round);
}

const areaOf = (number: string): number => (/^0(?:10|2)/.test(number) ? 3 : 4);

function isLandline(number: string, groups: readonly string[]): boolean {
  if (/^(?:19|20)\d\d$/.test(groups[1] ?? '')) return false;
  return /^(?:010|02[0-57-9])[2-8]\d{7}$|^0[3-9]\d{2}[2-8]\d{6,7}$/.test(number);
}

function isMoney(before: string, after: string): boolean {
  return (
    /(?:[¥￥$]|资本|资金|收入|营收|金额|经费|产值|利润|投入|资产)[^\d，。；,;\n]{0,6}$/.test(before) ||
    /^\s*(?:[.．]\d|[多余来几]?(?:元|块|万|亿|千|百|美元|美金|欧元|日元|港币|人民币|RMB|USD|CNY|[%％]))/i.test(after)
  );
}
