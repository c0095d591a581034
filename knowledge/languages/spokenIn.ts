/**
 * In which language somebody is spoken to after a message: the one they write. What belongs to no language (numbers, dates, names, labels, "ok",
 * "yes") leaves it as it stands, and a name in Latin letters (Siemens AG, MIT, Prof. Smith) is no English.
 */
import type { Language } from '../language.ts';

/** Longest part of a message that is looked at. */
const looked = 600;

const toEnglish =
  /^(?:please )?(?:(?:speak|use|switch to|change to|write|reply|answer|continue)(?: to me)? )?(?:in )?english(?: version| language| mode)?(?: please| pls)?$|^(?:can|could|do|will) you (?:please )?(?:speak|use|write|answer in|reply in|switch to) english(?: please)?$|^(?:请?(?:用|说|讲|换成?|切换到?|改成?)?(?:英文|英语)(?:吧|版|模式|回答|回复|交流)*)$/;
const toChinese =
  /^(?:please )?(?:(?:speak|use|switch to|change to|write|reply|answer|continue) )?(?:in )?(?:chinese|mandarin)(?: please| pls)?$|^请?(?:用|说|讲|换成?|切换到?|改成?|改回|换回)?(?:中文|汉语|普通话)(?:吧|版|模式|回答|回复|交流)*$/;

/** Words of English sentences that stand in no name of an institution or person, where they are written small. */
const sentenceWords = new Set(
  `is are was were am be been we our us my me you your he she they their them his it its this that these those there
  what how which when where who whom why does do did doesn't don't didn't can can't cannot could may might should must have
  has had haven't hasn't having not no yes please want wants need needs would will if but because about already yet also
  only still just get got know think sure apply applying with from isn't aren't i'm we're it's i've we've let's or both
  neither none nothing something somebody anybody any some than then so such between before after born signed`.split(
    /\s+/,
  ),
);
/** Alone they are said by everybody. */
const everybody =
  /^(?:ok(?:ay)?|yes|no|hi|hello|hey|bye|good|thanks?|thank you|help|pass|stop|skip|more|next|back|done|sure|no problem|not bad|[a-z])$/;
/** Behind these stands a name. */
const company =
  /\b(?:ltd|limited|inc|gmbh|ag|co|corp|corporation|llc|plc|bv|s\.?a|university|institute|college|academy|hospital|school|laborator(?:y|ies)|centre|center)\b\.?/i;
/** Short messages that are plainly English and no name. */
const phrases =
  /^(?:(?:let's |let us )?(?:start|begin)(?: the| an?)? ?(?:eligibility |self-?|application )?check|good (?:morning|afternoon|evening|day)|hello there|(?:dear )?(?:sir|madam|sir or madam)|nice to meet you|eligibility(?: check)?|(?:age limit|matching funds?|required documents|sister cit(?:y|ies)|application deadline)|not sure|i don'?t know|don'?t know)$/;

const chineseWords = /[的了是在吗呢吧我您你们有没不请和与及也都哪什么怎这那个要能可以已还就说为]/;

/**
 * @param standing the language in which the person was spoken to before
 * @param open id of the open question: a Chinese name, or 英文, is an answer to some
 */
export function spokenIn(text: string, standing: Language, open = ''): Language {
  const said = text
    .slice(0, looked)
    .normalize('NFKC')
    .replace(/https?:\/\/\S+|\S+@\S+\.\S+/g, ' ')
    .trim();
  const plain = said
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[\s,.!?。，！？~～"“”]+/g, ' ')
    .trim();
  if (toChinese.test(plain) && !(standing === 'en' && open.startsWith('agreement.language'))) return 'zh';
  if (toEnglish.test(plain) && !open.startsWith('agreement.language')) return 'en';
  const han = said.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han === 0) return isEnglish(said, plain) ? 'en' : standing;
  const words = sentenceCount(plain);
  // A Chinese name in an English sentence: our unit is 南昌大学.
  if (words >= 2 && han <= 30 && !chineseWords.test(withoutNames(said))) return 'en';
  if (standing === 'en' && han <= 40 && !chineseWords.test(withoutNames(said)) && asksForName.test(open)) return 'en';
  return 'zh';
}

const asksForName = /^(?:behalf\.name|unit\.name|unit\.registration|partner\.who|participants|direction)/;

/** What stands in Chinese in an English sentence, without what institutions are called. */
const withoutNames = (text: string): string =>
  text.replace(/\p{Script=Han}+(?:大学|学院|公司|研究所|研究院|医院|中心|集团|厂|实验室)/gu, '');

const wordsIn = (plain: string): string[] => plain.match(/[a-z][a-z'-]*/g) ?? [];
const sentenceCount = (plain: string): number => wordsIn(plain).filter((word) => sentenceWords.has(word)).length;

function isEnglish(said: string, plain: string): boolean {
  if (everybody.test(plain)) return false;
  if (phrases.test(plain)) return true;
  const words = said.replace(/[’‘]/g, "'").match(/[\p{L}][\p{L}'-]*/gu) ?? [];
  if (words.length < 2) return false;
  const shouted = words.every((word) => word === word.toUpperCase());
  const strong = words.filter((word, at) => {
    if (!sentenceWords.has(word.toLowerCase())) return false;
    // In a name words are written large; a sentence begins so too.
    return (
      shouted || word === word.toLowerCase() || (at === 0 && !isTitled(words)) || (word === 'I' && words.length > 2)
    );
  }).length;
  if (strong === 0) return false;
  return strong > 1 || !company.test(said) || !isTitled(words);
}

/** Whether it is written as names are: every longer word large. */
const isTitled = (words: readonly string[]): boolean =>
  words.filter((word) => word.length > 3).every((word) => /^\p{Lu}/u.test(word));
