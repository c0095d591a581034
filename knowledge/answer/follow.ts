/** What a follow-up leans on: 那八呢 keeps what was asked and changes the thing, 它能报几个 keeps the thing and asks something else. */
import { seeking } from './answerers/directions/seeking.ts';
import type { Asked, Mention } from './asked.ts';
import { askedOfNext } from './belonging.ts';
import type { Draft } from './draft.ts';
import { weightOf } from './lexicon.ts';

/** Plain data: kept with the conversation. `mentions` and `concepts` are those of the last question that was answered. */
export interface Memory {
  concepts?: readonly string[];
  mentions?: readonly Mention[];
  /** Id of the draft that was given. */
  draft?: string;
  /** Id of the guide that answered, where that was another one than answers by itself. */
  guide?: string;
}

const pointing =
  /^(?:那|那么|那要是|那如果|如果|要是|换成|还有|同样|以及|另外)|(?:它|他们?|她|这个|那个|这家|那家|这里|那里|这些|那些|这种|该|其中|上面|上述|刚才|前面|此)|呢[?？。!]*$|^(?:and|what about|how about)\b|\b(?:it|its|that|this|(?<!\b(?:is|are|was) )there|they|their|those|these)\b(?! (?:guide|call|year|programme|program))/;
/** English takes more letters to say the same. */
const longest = { zh: 30, en: 60 } as const;

/** 谁来盖章 after a question about a translation. */
const brief = 6;

/** Whether the question points back to what was spoken of, or is too brief to stand alone. */
export function leans({ text, language }: Asked): boolean {
  return text.length <= brief || (text.length <= longest[language] && pointing.test(text));
}

/** Whether the question asks for something by itself: not only how it asks, in words of every question, or for another kind of unit. */
export function asksItself({ concepts }: Asked): boolean {
  return [...concepts].some(
    (concept) =>
      !kindsOfUnit.includes(concept) &&
      (weightOf(concept) >= 0.3 || (concept.startsWith('dir-') && concept !== 'dir-word')),
  );
}

/**
 * The question with what it leaves out, as it may be meant: with the things that were spoken of, when it asks for something and names
 * none; with what was asked as well (直接拿它交上去行吗 after 签过长期协议).
 */
export function completions(asked: Asked, { concepts = [], mentions = [] }: Memory): Asked[] {
  if (asked.text.length > longest[asked.language]) return [];
  const kinds = new Set(asked.mentions.map(({ is }) => is));
  const things = [...asked.mentions, ...mentions.filter((each) => !rivals(each.is, kinds))];
  const more = askedOfNext(concepts, asked).filter(
    (concept) => !asked.concepts.has(concept) && !isRival(concept, asked),
  );
  const whole =
    more.length === 0 ? [] : [{ ...asked, mentions: things, concepts: new Set([...asked.concepts, ...more]) }];
  // 那靠得上哪一条 after the work was told
  const told = things.length > 0 && asked.mentions.length === 0 && seeking(asked.text) !== 'not';
  if (!asksItself(asked)) return told ? [...whole, { ...asked, mentions: things }] : whole;
  if (asked.mentions.length > 0) return [];
  return [...(things.length > 0 ? [{ ...asked, mentions: things }] : []), ...whole];
}

/** 高校呢 after a question about enterprises. */
const kindsOfUnit = ['enterprise', 'academic-unit', 'hospital'];

function isRival(concept: string, { concepts }: Asked): boolean {
  return kindsOfUnit.includes(concept) && kindsOfUnit.some((each) => concepts.has(each));
}

/** Kinds of things that stand for one another: 德国呢 after a question about Lyon is no longer about Lyon. */
const families: readonly (readonly Mention['is'][])[] = [
  ['country', 'place', 'party', 'continent', 'side'],
  ['host', 'base', 'unit'],
  ['direction'],
  ['date', 'age', 'duration'],
  ['amount'],
  ['title'],
];

function rivals(kind: Mention['is'], kinds: ReadonlySet<Mention['is']>): boolean {
  return families.some((family) => family.includes(kind) && family.some((each) => kinds.has(each)));
}

/** What the next question may lean on. What was not understood leaves the memory as it was, but for the things that it named. */
export function remembered(asked: Asked, draft: Draft | undefined, memory: Memory): Memory {
  const lost = draft === undefined || draft.id === 'unsure' || draft.id === 'nothing';
  const told = (draft?.about ?? []).map((thing) => ({ ...thing, start: 0, end: 0 }));
  const things = [...asked.mentions, ...told];
  if (lost) return things.length === 0 ? memory : { ...memory, mentions: things };
  return { concepts: [...asked.concepts], mentions: things, draft: draft.id };
}

/** Whether a draft for the completed question rests on what was added, and answers to what is asked now. */
export function restsOn(draft: Draft, completed: Asked, asked: Asked): boolean {
  const onlyThings = completed.concepts === asked.concepts && !draft.id.startsWith('direction.');
  const own = [...asked.concepts].filter((concept) => weightOf(concept) >= 0.3);
  if ((onlyThings || own.length > 0) && !own.some((concept) => draft.uses.includes(concept))) return false;
  return draft.uses.some((use) =>
    use.startsWith('@')
      ? completed.mentions.some((each) => `@${each.is}` === use && !asked.mentions.includes(each))
      : completed.concepts.has(use) && !asked.concepts.has(use),
  );
}
