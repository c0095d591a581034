/** What stands in a cell of a table of applicants, by kind of column: a value of the API's facts, or a word on why it cannot be read. */
import { factWords } from '../../knowledge/factWords.ts';
import { readAuditYears } from '../../knowledge/read/readAuditYears.ts';
import { readDate } from '../../knowledge/read/readDate.ts';
import { readMoney } from '../../knowledge/read/readMoney.ts';
import { readAgreementContent } from '../../knowledge/read/readWritten.ts';
import { readPlainYesNo } from '../../knowledge/read/readYesNo.ts';

export interface CellContext {
  /** ISO date. */
  today: string;
  /** Accounting years that are asked for. */
  auditYears: readonly number[];
}

/** `value` absent: the cell says that it is not known. */
export type Read = { value?: unknown } | { unread: string };
export type Reader = (text: string, context: CellContext) => Read;

const unknown = /^(?:不知道|不清楚|未知|不详|待定|待确认|unknown|n\/a|[-—/?？]+)$/i;
const value = (of: unknown): Read => ({ value: of });
const unread = (how: string): Read => ({ unread: how });

/** Reads a cell: an empty one, or one that says so, is not known. */
export const readCell = (text: string, reader: Reader, context: CellContext): Read =>
  text === '' || unknown.test(text) ? {} : reader(text, context);

export const asText: Reader = (text) => (text.length > 400 ? unread('最多 400 字') : value(text));

/** Labels as the talk says them back (已办或不涉及: either), and where the label is a plain one, a plain yes or no. */
export function asLabel(fact: string, { plain = true }: { plain?: boolean } = {}): Reader {
  const says = Object.entries(wordsOf(fact)?.says ?? {});
  const byLabel = new Map(
    says.flatMap(([key, label]) => [label, ...label.split('或')].map((each) => [each, key] as const)),
  );
  const isFlag = says.some(([key]) => key === 'true');
  return (text) => {
    const key = byLabel.get(text) ?? says.find(([own]) => own === text.toLowerCase())?.[0];
    if (key !== undefined) return value(isFlag ? key === 'true' : key);
    const said = isFlag && plain ? readPlainYesNo(text) : undefined;
    if (said?.is === 'value') return value(said.value === 'yes');
    return unread(`请写${says.map(([, label]) => `“${label}”`).join('、')}其中一个`);
  };
}

const wordsOf = (fact: string) => Object.entries(factWords('zh')).find(([id]) => id === fact)?.[1];

/** A flag that the API takes for a whole list: all written, or not. */
export const asWhole: Reader = (text) => {
  const said = /^(?:都|全|齐)/.test(text) ? 'yes' : /不全|不齐|部分|缺/.test(text) ? 'no' : undefined;
  const plain = said === undefined ? readPlainYesNo(text) : undefined;
  const state = said ?? (plain?.is === 'value' ? plain.value : undefined);
  return state === undefined ? unread('请写“齐全”或“不全”') : value(state === 'yes');
};

export const asDate: Reader = (text, { today }) => {
  const read = readDate(text, { today, recent: true });
  return read?.is === 'value' ? value(read.value) : unread('请写成 1979-03-12，只知道年份就写年份');
};

/** 万元: a bare number is meant so. */
export const asWan: Reader = (text) => {
  const bare = /^\d{1,7}(?:\.\d{1,4})?$/.test(text) ? Number(text) : undefined;
  if (bare !== undefined) return value(bare);
  const read = readMoney(text);
  return read?.is === 'value' ? value(read.value / 10_000) : unread('请写万元数，例如 100');
};

export const asMonths: Reader = (text) => {
  const [, number, unit] = /^(\d{1,3}(?:\.\d)?)\s*(年|个?月)?$/.exec(text.normalize('NFKC')) ?? [];
  if (number === undefined) return unread('请写月数，例如 36，或“3年”');
  return value(unit === '年' ? Number(number) * 12 : Number(number));
};

export const asCount: Reader = (text) => (/^\d{1,2}$/.test(text) ? value(Number(text)) : unread('请写一个整数'));

export const asAuditYears: Reader = (text, { auditYears, today }) => {
  const read = readAuditYears(text, auditYears, today);
  return read?.is === 'value' ? value(read.value.years) : unread(`请写有报告的年度，例如 ${auditYears.join('、')}`);
};

/** The contents of the agreement that are written; the others are not. */
export const asContents: Reader = (text) => {
  const read = readAgreementContent(text);
  return read?.is === 'value' ? value(read.value) : unread('请写协议里有哪些内容，例如“都写了”“缺知识产权”');
};
