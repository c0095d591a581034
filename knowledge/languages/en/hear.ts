/** English messages as the Chinese by which everything here is understood: commands, answers to a question, statements. */
import { z } from 'zod';
import { type Form, formOf, type Heard, heardBy, spelt } from '../forms.ts';
import { tableOf } from '../tables.ts';
import { slots } from './slots.ts';

const forms = z.record(z.string(), z.array(z.string()));
const answerForms = z.record(z.string(), forms);

const compiled = (table: z.infer<typeof forms>): Form[] =>
  Object.entries(table).flatMap(([zh, all]) => all.map((english) => formOf(english, zh)));

/** Compiled when somebody first speaks English. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const commands = once(() => compiled(forms.parse(tableOf('en', 'commands'))));
const statements = once(() => compiled(forms.parse(tableOf('en', 'statements'))));
const answers = once(
  () =>
    new Map(
      Object.entries(answerForms.parse(tableOf('en', 'answers'))).map(([id, table]) => [id, compiled(table)] as const),
    ),
);

/** Longest message that is looked at. */
const longest = 400;

/** Said before and after without changing anything. */
const polite = (text: string): string =>
  text
    .replace(/^(?:(?:well|ok|okay|hm+|so|um+|uh|please|hi|hello|dear sir or madam|now)[,. ]+)+(?=\S)/i, '')
    .replace(/[, ]+(?:please|pls|thanks|thank you|sir|of course)$/i, '');

export function commandInEnglish(text: string): string | undefined {
  if (text.length > 80) return undefined;
  const said = spelt(text);
  const heard = heardBy(commands(), said, slots) ?? heardBy(commands(), polite(said), slots);
  return heard && 'zh' in heard ? heard.zh : undefined;
}

/**
 * @param ids of the open question, the most particular first (`lead.origin/lead.employment`, `lead.origin`)
 * @param flag its labels for a plain yes and no
 */
export function answerInEnglish(
  text: string,
  ids: readonly string[],
  flag: { yes?: string | undefined; no?: string | undefined },
): Heard {
  if (text.length > longest) return undefined;
  const own = ids.flatMap((id) => answers().get(id) ?? []);
  const said = spelt(text);
  const tried = [said, polite(said), inFull(polite(said))];
  for (const each of tried) {
    const whole = oneAnswer(each, own, flag);
    if (whole) return whole;
  }
  const behindYes = /^yes,? (?=\S)(?!no\b|not\b)/i.exec(said)?.[0];
  const alone = behindYes === undefined ? undefined : heardBy(own, inFull(said.slice(behindYes.length)), slots);
  return alone ?? inPieces(said, own);
}

/** he's → he is, as the forms have it. */
const inFull = (text: string): string =>
  text
    .replace(/\b(he|she|it|that)'s\b/gi, '$1 is')
    .replace(/\b(we|they|you)'re\b/gi, '$1 are')
    .replace(/\bi'm\b/gi, 'I am');

function oneAnswer(
  said: string,
  own: readonly Form[],
  { yes, no }: { yes?: string | undefined; no?: string | undefined },
): Heard {
  const found = heardBy(own, said, slots) ?? heardBy(answers().get('*') ?? [], said, slots);
  if (found) return found;
  const plain = heardBy(answers().get('flag') ?? [], said, slots);
  if (!plain || !('zh' in plain)) return undefined;
  const label = plain.zh === '{yes}' ? yes : no;
  return label === undefined ? undefined : { zh: label };
}

/** Every piece must be understood by the question; a yes before them adds nothing. */
function inPieces(said: string, own: readonly Form[]): Heard {
  const pieces = said.split(/\s*[,;.]\s+(?:and |but )?|\s+(?:and|but)\s+/i).filter((each) => each !== '');
  if (pieces.length < 2 || pieces.length > 6) return undefined;
  const [first = '', ...rest] = pieces;
  const agrees = /^yes$/i.test(first);
  // 'Yes, not highlighted' says both.
  if (agrees && rest.some((each) => /^(?:no|not)\b/i.test(each))) return undefined;
  const kept = agrees ? rest : pieces;
  const heard = kept.map((each) => heardBy(own, each, slots));
  const hint = heard.find((each) => each && 'hint' in each);
  if (hint) return hint;
  const zh = heard.flatMap((each) => (each && 'zh' in each ? [each.zh] : []));
  return zh.length === kept.length ? { zh: zh.join('，') } : undefined;
}

const subject =
  /^((?:our|the|my) (?:project )?(?:lead|leader|pi|principal investigator)|(?:our|the) (?:overseas |foreign |international )?partner|i|we|our (?:company|institution|university|unit|institute))\b/i;
const verb = /^(?:is|was|are|were|am|has|have|holds?|runs?|wants?|apply|applies)\b/i;

/** What a message states, clause by clause: all of it is understood, or nothing. */
export function statedInEnglish(text: string): Heard {
  if (text.length > longest) return undefined;
  const parts = spelt(text).split(/(\s*[,;]\s*(?:and |but )?|\.\s+|\s+(?:and|but)\s+)/i);
  const said: string[] = [];
  let who = '';
  for (let at = 0; at < parts.length; ) {
    const found = longestClause(parts, at, who);
    if (!found) return undefined;
    if ('hint' in found.heard) return found.heard;
    said.push(found.heard.zh);
    who = subject.exec(found.clause)?.[1] ?? who;
    at = found.next;
  }
  return said.length ? { zh: `${said.join('，')}。` } : undefined;
}

interface Clause {
  heard: Exclude<Heard, undefined>;
  clause: string;
  next: number;
}

/** The longest run of pieces from here that is a clause, by itself or of the subject before it. */
function longestClause(parts: readonly string[], at: number, who: string): Clause | undefined {
  for (let end = Math.min(parts.length, at + 9); end > at; end -= 2) {
    const run = parts.slice(at, end).join('').trim();
    const tried = [run, ...(who && !subject.test(run) ? [verb.test(run) ? `${who} ${run}` : `${who} is ${run}`] : [])];
    for (const clause of tried) {
      const heard = heardBy(statements(), clause, slots);
      if (heard) return { heard, clause, next: end + 1 };
    }
  }
  return undefined;
}

/** Labels of the talk (`Start the check`, `Yes, restart`), each with its Chinese: two tables of the same shape. */
export function labelPairs(zh: unknown, english: unknown): [string, string][] {
  if (typeof zh === 'string') return typeof english === 'string' ? [[english.toLowerCase(), zh]] : [];
  if (!Array.isArray(zh) || !Array.isArray(english)) return [];
  return zh.flatMap((each, at) => labelPairs(each, english[at]));
}
