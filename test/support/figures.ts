/** Which figures an answer may hold: those of the guide and of what was asked, and a few of ours. */
import type { Guide } from '../../knowledge/guide.ts';

/** Figures of our own, each with its reason. */
const ours: readonly (readonly [figure: string, because: string])[] = [
  ['0.8', '80万元, which English counts in millions'],
  ['1.2', '120万元, which English counts in millions'],
  ['800', '80万元 as English writes it: RMB 800,000'],
  ['000', 'the thousands of RMB 800,000 and RMB 1,200,000'],
  ['160', 'the lowest grant and own funds of the same sum: 80 + 80'],
  ['240', 'the highest grant and own funds of the same sum: 120 + 120'],
];

/** Of a year that the question gives in two figures (55年, 五五年) or in Chinese ones, the whole. */
function wholeYears(question: string): string[] {
  const figures = question.replace(/[〇零一二三四五六七八九]/g, (each) =>
    String('〇一二三四五六七八九'.indexOf(each.replace('零', '〇'))),
  );
  const years = [...figures.matchAll(/(?<!\d)(?:19|20)?(\d{2})(?!\d)/g)].map(([, year]) => year);
  return years.flatMap((year) => [`19${year}`, `20${year}`]);
}

/** The texts in which every figure of an answer to these questions stands. */
export const figuresFor = ({ source }: Guide, asked: readonly string[]): string[] => [
  source,
  ...ours.map(([figure]) => figure),
  ...asked,
  ...asked.flatMap(wholeYears),
];
