/** A short answer to a hint that offered full ones: 「是 1977 还是 1978 年？」 — 后面那个, 78, 第二个. */
import { chineseNumber } from './chineseNumber.ts';
import { hanDates } from './hanDates.ts';
import { compact } from './normalise.ts';

const filler = /^(?:应该|肯定|就|是|选|我选|我是)*|(?:的|吧|年|了|那个|那一?年|这个|出生|生)*$/g;
const first = /^(?:前(?:面|边|一|者)?|第一|早|较?小|上面|头一?)(?:一)?个?(?:那个|的)?$/;
const last = /^(?:后(?:面|边|一|者)?|最?后|第二|晚|较?大|下面)(?:一)?个?(?:那个|的)?$/;

/** The offer that the text chooses; `undefined` when it chooses none, or more than one could be meant. */
export function chosenOffer(text: string, offers: readonly string[]): string | undefined {
  const said = hanDates(compact(text)).replace(filler, '');
  const two = offers.length === 2;
  if (two && first.test(said)) return offers[0];
  if (two && last.test(said)) return offers[1];
  const nth = /^第?([一二三四五六七\d])个?$/.exec(said)?.[1];
  if (nth !== undefined) return offers[(chineseNumber(nth) ?? 0) - 1];
  const digits = /^(?:\d{2}|[〇零一二三四五六七八九]{2})$/.test(said)
    ? String(chineseNumber(said)).padStart(2, '0')
    : said;
  const fitting = /^\d{2}$/.test(digits) ? offers.filter((offer) => offer.slice(2, 4) === digits) : [];
  return fitting.length === 1 ? fitting[0] : undefined;
}
