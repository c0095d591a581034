/** An answer in another language: names get their translation; what nobody has translated stands in marks, as the guide has it. */
import { type Language, phraseIn } from '../language.ts';
import { translated } from '../languages/catalogue.ts';
import { answerWords } from './answerWords.ts';
import type { Answer } from './compose.ts';

const han = /\p{Script=Han}/u;

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
    .replace(quotedChinese, (whole, inside: string) => quoted(inside, language) ?? whole)
    .split(inMarks)
    .map((part, at) =>
      at % 2 === 1 ? part : part.replace(chinese, (run) => asWritten(run, language)).replaceAll('；', '; '),
    )
    .join('');
}

const quotedChinese = /“([^“”]*\p{Script=Han}[^“”]*)”/gu;
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
