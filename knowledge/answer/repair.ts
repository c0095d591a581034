/** Words typed by their sound (协义, 友成, 赣洲) or with one sign too many or too few (负责任人), put right where only one known word can be meant. */
import { bareOf } from '../bareGuide.ts';
import type { Guide } from '../guide.ts';
import type { OverlayWord } from '../overlayForm.ts';
import { countries } from '../places/country.ts';
import { scan, type Words, words as wordTable } from '../read/scan.ts';
import { listMentions } from './entities/lists.ts';
import { conceptsIn, lexicon } from './lexicon.ts';
import { soundsOf } from './sound.ts';

/** Function words and signs that stand for themselves: never repaired into something else. */
const plain = new Set(
  '的了是在有和与我你他她它们不没无都也就这那个吗呢吧能会可要想去来到从被把给让对向跟及或得地着过很还又再才只么什怎哪谁几多少大小上下里外中前后年月日号岁万元一二三四五六七八九十百千两半第每各该其此为以而但如请问做搞弄说看用',
);
/** Words of two signs that are worth it: too many others sound like some word that was meant (法方, 发放). */
export const short: ReadonlySet<string> = new Set(
  '协议 友城 基地 指标 额度 配套 审计 职称 教授 博士 专利 论文 签字 公章 翻译 推荐 方向 选题 申报 合作 法人 财政 知识 产权 伦理 诚信 失信 外籍 港澳 台湾 年龄 周岁 模板 高亮 归属 互访'.split(
    ' ',
  ),
);
const longest = 8;
/** From so many signs on two words that sound alike, and differ in one sign, are the same word. */
const sureAlike = 4;
const differsByOne = (one: string, other: string) =>
  [...one].filter((sign, at) => sign !== [...other][at]).length === 1;
const words = new Intl.Segmenter('zh', { granularity: 'word' });

interface Vocabulary {
  /** Names that are in order; words of the lexicon are found by `conceptsIn`. */
  known: Words<true>;
  /** By sound, and from three signs on also by how it sounds to many ears; two words of one sound: neither. */
  bySound: ReadonlyMap<string, string | undefined>;
  /** Long names by their very sound; '' where two share it. */
  named: ReadonlyMap<string, string>;
}

const vocabularies = new WeakMap<Guide, Vocabulary>();

function vocabularyOf(guide: Guide): Vocabulary {
  const made = vocabularies.get(guide);
  if (made) return made;
  const spoken = lexicon().rows.flatMap((row) => row.words);
  const names = new Set(
    [
      ...guide.sisterCities
        .flatMap((pair) => [pair.foreignPlace, pair.jiangxiSide, ...pair.ours.aliases])
        .flatMap((name) => [name, name.replace(/[市省县区州町郡]$/u, '')]),
      ...guide.agreements.map(({ party }) => party ?? ''),
      ...guide.bases.map(({ host }) => host),
      ...guide.directions.flatMap(({ ours }) => ours?.terms ?? []),
      ...guide.directions.flatMap(({ title }) => neighbours(title)),
      ...countries.flatMap(({ zh, names }) => [zh, ...names]).filter((name) => name.length > 2),
    ].filter((word) => /^\p{Script=Han}{2,8}$/u.test(word)),
  );
  const meant = new Set([...names, ...spoken.filter((word) => short.has(word) || /^\p{Script=Han}{3,8}$/u.test(word))]);
  const bySound = new Map<string, string | undefined>();
  for (const word of meant)
    for (const sound of soundsOf(word))
      bySound.set(sound, bySound.has(sound) && bySound.get(sound) !== word ? undefined : word);
  const long = [...names].filter((name) => name.length >= sureAlike);
  const named = new Map<string, string>();
  for (const name of long) {
    const sound = soundsOf(name)[0] ?? '';
    named.set(sound, named.has(sound) ? '' : name);
  }
  const vocabulary = {
    known: wordTable([...names].map((word) => [word, true] as const)),
    bySound,
    named,
  };
  vocabularies.set(guide, vocabulary);
  return vocabulary;
}

/** Words of a title that stand side by side: 精密元件. */
function neighbours(title: string): string[] {
  const all = [...words.segment(title)].map(({ segment }) => segment);
  return all.slice(1).map((word, at) => `${all[at]}${word}`);
}

/** The text with such slips put right. One pass; a word that is in order, or that a dictionary knows, is never touched. */
export function repaired(text: string, guide: Guide): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  const { known, bySound, named } = vocabularyOf(bareOf(guide));
  const settled = settledIn(text, known, guide.laid?.overlay.words);
  let out = '';
  for (let at = 0; at < text.length; ) {
    const slip = slipAt(text, at, { settled, bySound, named });
    if (slip && namesPlace(text, at, guide)) {
      out += text.charAt(at);
      at += 1;
      continue;
    }
    out += slip?.word ?? text.charAt(at);
    at += slip?.length ?? 1;
  }
  return out;
}

/** Which signs belong to a word that is in order: one of the lexicon, or one of a dictionary. */
function settledIn(text: string, known: Words<true>, more: readonly OverlayWord[] | undefined): boolean[] {
  const settled = new Array<boolean>(text.length).fill(false);
  const mark = (start: number, end: number) => settled.fill(true, start, end);
  for (const { start, end } of conceptsIn(text, more)) if (end - start > 1) mark(start, end);
  for (const word of scan(text, known)) mark(word.at, word.at + word.text.length);
  for (const { segment, index } of words.segment(text)) if (segment.length > 1) mark(index, index + segment.length);
  return settled;
}

/** Inside the name of a place or unit that is in order: 布宜诺斯艾利斯. */
function namesPlace(text: string, at: number, guide: Guide): boolean {
  return listMentions(text, guide).some(({ start, end }) => start <= at && at < end);
}

interface Reach extends Pick<Vocabulary, 'bySound' | 'named'> {
  settled: readonly boolean[];
}

function slipAt(
  text: string,
  at: number,
  { settled, bySound, named }: Reach,
): { word: string; length: number } | undefined {
  for (let length = Math.min(longest, text.length - at); length > 1; length -= 1) {
    const piece = text.slice(at, at + length);
    if (!/^\p{Script=Han}+$/u.test(piece)) continue;
    if (settled.slice(at, at + length).some(Boolean)) {
      // 精密原件: each word is in order, the whole is not
      const word = length < sureAlike ? undefined : named.get(soundsOf(piece)[0] ?? '');
      if (word && word !== piece && differsByOne(word, piece)) return { word, length };
      continue;
    }
    const functional = [...piece].filter((sign) => plain.has(sign)).length;
    if (functional > (length > 2 ? 1 : 0)) continue;
    const word = soundsOf(piece)
      .map((sound) => bySound.get(sound))
      .find((each) => each !== undefined);
    if (word !== undefined) return { word, length };
  }
  return undefined;
}
