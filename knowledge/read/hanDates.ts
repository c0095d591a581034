import { chineseNumber, hanNumeral } from './chineseNumber.ts';

const run = new RegExp(`[${hanNumeral}o]+`, 'g');

/** 二零二二两个年度: the year ends where 两 begins. */
const beforePair = /[〇零一二三四五六七八九]{4}(?=两个?年)/g;

/** 七八年 may be 1978 or "seven or eight years": neighbours in order stay as they are. */
function neighbours(row: string): boolean {
  const one = chineseNumber(row.charAt(0));
  const two = chineseNumber(row.charAt(1));
  return one !== undefined && two !== undefined && two - one === 1;
}

function year(row: string, next: string): string {
  if (/^[〇零一二三四五六七八九]{4}$/.test(row)) return String(chineseNumber(row));
  if (/^[〇零一二三四五六七八九]{2}$/.test(row) && (!neighbours(row) || /\d|[一二三四五六七八九十]/.test(next))) {
    return String(chineseNumber(row)).padStart(2, '0');
  }
  const value = chineseNumber(row);
  return value !== undefined && value >= 1000 && value % 1000 !== 0 && value < 10_000 ? String(value) : row;
}

function within(row: string, most: number): string {
  const value = row.length === 2 && /^[一二三四五六七八九]{2}$/.test(row) ? undefined : chineseNumber(row);
  return value !== undefined && value >= 1 && value <= most ? String(value) : row;
}

/**
 * Writes the numerals of dates as digits and leaves all others: 一九七九年三月十二日 → 1979年3月12日, 六五年 → 65年,
 * but 三年多 and 十年 stay. Takes and gives normalised text.
 */
export function hanDates(text: string): string {
  const pairs = text.replaceAll('元月', '一月').replace(beforePair, (row) => String(chineseNumber(row)));
  return pairs.replace(run, (row: string, at: number) => {
    const next = text.charAt(at + row.length);
    const clean = row.replaceAll('o', '〇');
    if (next === '年') return year(clean, text.charAt(at + row.length + 1));
    if (row.includes('o')) return row;
    if (next === '月') return within(clean, 12);
    if (next === '日' || next === '号' || text.charAt(at - 1) === '月') return within(clean, 31);
    const alone = !/[\d年月个]/.test(next) && /^[〇零一二三四五六七八九]{4}$/.test(clean);
    return alone ? String(chineseNumber(clean)) : row;
  });
}
