/** An answer for somebody who reads no Chinese: what is Chinese in it is a quote, or a name as it is printed. */
import { type Language, phraseIn } from '../language.ts';
import { translated } from '../languages/catalogue.ts';
import { clauseIn, dateIn } from '../spoken.ts';
import { answerWords } from './answerWords.ts';
import type { Answer } from './compose.ts';

const han = /\p{Script=Han}/u;
/** What people may reply, as they say it themselves. */
const replies: Readonly<Record<string, string>> = { 人工: 'human', 开始自查: 'start', 自查: 'start', 帮助: 'help' };
/** Dates and figures once more as the guide writes them: (1965年6月1日), (1倍). */
const figuresAgain = / ?\(附?\d(?:[\d.,\s-]|附(?=\d)|年|月|日|倍|万元|周岁|个月|（含）|之后|以上|前)*\)/gu;

export function inOneLanguage(answer: Answer, language: Language): Answer {
  if (language === 'zh') return answer;
  const { suggest } = answerWords(language);
  const suggestions = answer.suggestions.flatMap((each) => offered(each, language));
  const [told = ''] = answer.answer.split(`\n${suggest}`);
  const source = answerWords(language).quote.slice(0, 8);
  const lines = told.split('\n').map((line) => (line.startsWith(source) ? line : plain(line, language)));
  const offers = suggestions.length ? [suggest, ...suggestions.map((each) => `· ${each}`)] : [];
  return { ...answer, answer: [...lines, ...offers].join('\n'), suggestions };
}

/** A question to ask next, where it has been translated. */
function offered(suggestion: string, language: Exclude<Language, 'zh'>): string[] {
  const bare = suggestion.replace(/[?？]$/, '');
  const own = han.test(bare) ? translated(bare, language) : suggestion;
  return own === undefined ? [] : [own];
}

/** A line of the answer: names that have a translation by it. */
function plain(line: string, language: Exclude<Language, 'zh'>): string {
  return line
    .replace(/“([^“”]*\p{Script=Han}[^“”]*)”/gu, (whole, inside: string) =>
      replies[inside] ? `“${replies[inside]}”` : (quoted(inside, language) ?? whole),
    )
    .replace(figuresAgain, '')
    .replace(/附(\d)/g, 'Annex $1')
    .replace(
      /\(([一二三四五六七八九十]{1,3}(?:（[一二三四五六七八九十]{1,3}）)?)\)/gu,
      (_, clause: string) => `(${clauseIn(clause, language)})`,
    )
    .replace(/(\d[\d.]*)(?:-(\d[\d.]*))?万元/g, (_, low: string, high?: string) =>
      [low, high]
        .flatMap((each) => (each === undefined ? [] : [`RMB ${(Number(each) * 10_000).toLocaleString('en-US')}`]))
        .join('–'),
    )
    .split(inMarks)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part
            .replace(chinese, (run) => asWritten(run, language))
            .replaceAll('；', '; ')
            .replace(isoDate, (date) => dateIn(date, language)),
    )
    .join('');
}

/** A day or a month as facts keep it. */
const isoDate = /\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?\b/g;
/** What already stands between marks: a quote, or the title of a document. */
const inMarks = /(“[^”]*”|《[^》]*》)/u;
/** Words of the guide with the figures and units among them: 涂层强度不低于40MPa. */
const chinese =
  /\p{Script=Han}[\p{Script=Han}\d、，（）A-Za-z%％≥≤.~～-]*[\p{Script=Han}）\dA-Za-z%％]|\p{Script=Han}/gu;

/** Words of the guide that nobody has translated are shown as such. */
function asWritten(run: string, language: Exclude<Language, 'zh'>): string {
  const said = phraseIn(run, language);
  return said === run ? `“${run}”` : said;
}

const quoted = (inside: string, language: Exclude<Language, 'zh'>): string | undefined => {
  const own = translated(inside, language);
  return own === undefined ? undefined : `“${own}”`;
};
