import type { Reading } from '../reading.ts';
import { meantAtLast } from './directionMeant.ts';
import { namedDirection } from './directionNumber.ts';
import { meantByTerms, termScores } from './directionTerms.ts';
import { type DirectionText, type TopicScore, topicScores, topicTokens } from './directionTopics.ts';
import { doubtsFit } from './fitsDirection.ts';
import { normalise, strip } from './normalise.ts';
import { settledOn } from './secondThoughts.ts';
import { isQuestion, saysUnknown } from './sureness.ts';

type DirectionReading = Reading<number>;

const ask = (hint: string): DirectionReading => ({ is: 'ask', hint });
const numerals = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 15 → 十五 (1–99). */
function inHan(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10 === 0 && tens > 0 ? '' : (numerals[number % 10] ?? '');
  return tens === 0 ? ones : `${tens === 1 ? '' : numerals[tens]}十${ones}`;
}

function say({ number, title }: DirectionText): string {
  return `方向${inHan(number)}　${title}`;
}

const undecidedWords = /或者|还是|要么|都行|都可以|随便|两个都|多个/;
const refusal = /不(?:报|选|做|是|想报|想做)|除了|以外|不算|不属于/;
/** Shares of the words' weight that the best direction's text and title must hold, and how far ahead it must be. */
const enough = 0.5;
const enoughInTitle = 0.4;
const margin = 1.5;

function find(number: number, directions: readonly DirectionText[]): DirectionText | undefined {
  return directions.find((direction) => direction.number === number);
}

function listed(scores: readonly { number: number }[], directions: readonly DirectionText[]): string {
  const candidates = scores.slice(0, 3).flatMap(({ number }) => find(number, directions) ?? []);
  return candidates.map((direction) => `${direction.number} ${direction.title}`).join('；');
}

function total({ title, whole }: TopicScore): number {
  return title + whole;
}

function ahead(best: TopicScore, other: TopicScore): boolean {
  return (
    total(best) >= margin * total(other) &&
    best.whole >= margin * other.whole &&
    (other.title < 0.25 || best.whole > 0.9)
  );
}

/** A whole title in the text, or a piece of at least six characters of only one title. */
function byTitle(text: string, directions: readonly DirectionText[]): DirectionText | undefined {
  const plain = letters(text);
  const inText = directions.filter(({ title }) => plain.includes(letters(title)));
  if (inText.length > 0) return inText.length === 1 ? inText[0] : undefined;
  if (plain.length < 6 || topicTokens(text).length < 2) return undefined;
  const holding = directions.filter(({ title }) => letters(title).includes(plain));
  return holding.length === 1 ? holding[0] : undefined;
}

function letters(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('');
}

/** The number stands unless the words beside it clearly belong to another direction. */
function contradicted(
  words: string,
  chosen: DirectionText,
  directions: readonly DirectionText[],
): TopicScore | undefined {
  const titled = directions.find((each) => each !== chosen && letters(words).includes(letters(each.title)));
  if (!titled && termScores(words, [chosen]).length > 0) return undefined;
  const scores = topicScores(words, directions);
  const own = scores.find(({ number }) => number === chosen.number);
  const [best] = scores;
  if (best === undefined || best.number === chosen.number || best.title === 0) return undefined;
  const share = own === undefined ? 0 : total(own);
  return share < total(best) / 2 && total(best) >= 0.6 ? best : undefined;
}

function byNumber(
  { number, ordinal, category, rest }: { number: number; ordinal: boolean; category?: string; rest: string },
  directions: readonly DirectionText[],
): DirectionReading {
  const within = ordinal ? category : undefined;
  const offered = within === undefined ? directions : directions.filter(({ categoryId }) => categoryId === within);
  const chosen = within === undefined ? find(number, directions) : offered[number - 1];
  if (chosen === undefined) {
    const numbers = offered.map((direction) => direction.number);
    return ask(`选题方向是 ${Math.min(...numbers)} 到 ${Math.max(...numbers)}，请写其中一个编号。`);
  }
  if (category !== undefined && chosen.categoryId !== category) {
    return ask(`方向${inHan(chosen.number)}不在您说的这一类里，请写要报的编号。`);
  }
  const other = contradicted(rest, chosen, directions);
  const otherDirection = other && find(other.number, directions);
  if (otherDirection) {
    return ask(
      `方向${inHan(chosen.number)}是“${chosen.title}”，您写的更像方向${inHan(otherDirection.number)}，请写其中一个编号。`,
    );
  }
  return { is: 'value', value: chosen.number, echo: say(chosen) };
}

function byTopic(text: string, directions: readonly DirectionText[]): DirectionReading | undefined {
  const titled = byTitle(text, directions);
  if (titled) return { is: 'value', value: titled.number, echo: say(titled) };
  const scores = topicScores(text, directions);
  const meant = find(meantByTerms(text, directions) ?? 0, directions);
  const [best] = scores;
  if (best === undefined && !meant) {
    const near = termScores(text, directions);
    if (near.length > 0) return ask(`您说的是哪一个？请写编号：${listed(near, directions)}。`);
    return /方向|课题|研究|做/.test(text) ? ask('没找到相近的方向，请换个关键词，或者写编号。') : undefined;
  }
  if (best === undefined || (meant && meant.number === best.number)) {
    return meant && { is: 'value', value: meant.number, echo: say(meant) };
  }
  const clear = scores.slice(1).every((other) => ahead(best, other));
  if (clear && meant && meant.number !== best.number)
    return ask(`您说的是哪一个？请写编号：${listed([meant, ...scores], directions)}。`);
  const chosen = find(best.number, directions);
  if (chosen && clear && best.title >= enoughInTitle && best.whole >= enough) {
    return { is: 'value', value: chosen.number, echo: say(chosen) };
  }
  if (meant && (chosen === undefined || !clear || best.title < enoughInTitle))
    return { is: 'value', value: meant.number, echo: say(meant) };
  return ask(`您说的是哪一个？请写编号：${listed(scores, directions)}。`);
}

/** A space parts a number from the words behind it (方向五 油菜) as a comma does. */
function spaced(text: string): string {
  return strip(normalise(text))
    .replace(/(?<![a-z])direction ?(?=\d)/, '方向')
    .replace(/(?<=方向|第|选题) | (?=个|号|、|,)/g, '')
    .replaceAll(' ', ',');
}

/**
 * Reads a direction by its number (方向五, 第5个方向, 8，脑组织成像, 欧美第三个), its title, or the researcher's own words (油菜抗旱那个).
 * The echo names the direction in full. Number and words that contradict each other, and unclear words, are asked about.
 */
export function readDirection(text: string, directions: readonly DirectionText[]): DirectionReading | undefined {
  // 选第16个，跟题目对不对得上心里没底: the doubt is about the fit.
  const plain = meantAtLast(spaced(settledOn(text)))
    .split(/(?=[,。;])/)
    .filter((part) => !doubtsFit(part))
    .join('')
    .replace(/^[,。;]/, '');
  if (plain === '' || directions.length === 0) return undefined;
  if (isQuestion(plain)) return undefined;
  const named = namedDirection(plain);
  // 做毛竹碳汇的，编号我没看: the number is not known, the work is.
  const work = plain
    .split(/[,。;]/)
    .filter((part) => !(saysUnknown(part) && /编号|序号|第几|几号|哪[个一]|号码|方向/.test(part)));
  const told = work.join(',');
  if (named.is === 'none' && saysUnknown(plain) && told !== '' && !saysUnknown(told)) {
    const meant = byTopic(told, directions);
    // 不知道选哪个，我们是做稀土的: which of them it may be is shown.
    const shown =
      meant?.is === 'value' || (work.length < plain.split(/[,。;]/).length && termScores(told, directions).length > 0);
    return shown ? meant : { is: 'unknown' };
  }
  const open =
    saysUnknown(plain) ||
    /(?:还|正)在(?:挑|选|想|商量|犹豫|讨论)$|[没未](?:有)?(?:最后)?(?:选|挑|想|商量|讨论)(?:好|定|出来|过|呢)*$|[没未](?:有)?(?:告诉|通知|跟我[说讲])/.test(
      plain,
    );
  if (open && named.is === 'none') return { is: 'unknown' };
  const oneOnly = ask('请只写一个编号，例如 5 或者“方向五”。');
  if (named.is === 'several' || undecidedWords.test(plain) || saysUnknown(plain)) return oneOnly;
  if (refusal.test(plain)) return ask('请直接写要报的编号，例如 5 或者“方向五”。');
  return named.is === 'one' ? byNumber(named, directions) : byTopic(plain, directions);
}
