/** What every answer about the lists needs: the question, the guide, and how well the question keeps to the lists. */

import type { Guide } from '../../../guide.ts';
import type { Phrase } from '../../../language.ts';
import { type Asked, type Mention, named } from '../../asked.ts';
import type { AnswerStatus, Citation, Draft } from '../../draft.ts';
import { everywhere } from '../../everywhere.ts';
import { weightOf } from '../../lexicon.ts';
import { askingClause } from '../../unknown.ts';

export interface Frame {
  asked: Asked;
  guide: Guide;
}

/** Concepts that say nothing against an answer from the lists: who asks, that it is a project with a foreign side. */
const usual = [
  ...everywhere,
  'list-cooperate',
  'list-listed',
  'list-relation',
  'us-partner',
  'hk-macao',
  'taiwan',
  'academic-unit',
  'enterprise',
  'first-participant',
  'participant',
  'partner-nature',
  'support-purpose',
  'fund-verb',
  'how-else',
  'when-asked',
  'dir-word',
  'dir-category',
  'mention-cooperate',
  'their-papers',
  'individual-you',
  'unit-kind',
  'company-size',
  'odd-applicant',
  'central-unit',
  'provincial-department',
  'priority-how',
  'v-priority',
  'v-city',
  'v-base',
  'v-partner',
  'extra-care',
  'show-me',
  'v-papers',
  'ask-count',
  'ask-list',
  'ask-name',
  'ask-whether',
  'ask-what',
  'ask-which',
  'ask-who',
  'ask-where',
  'list-three',
  'list-host-of',
  'list-partial',
  'plain-verbs',
  'mention-sign',
];

interface Saying {
  id: string;
  text: Phrase;
  citations: readonly Citation[];
  /** Concepts and kinds of things that it answers to, beside the usual ones. */
  uses: readonly string[];
  bonus?: number;
  /** The very words of the guide were named: nothing beside them takes the bonus away. */
  sure?: true;
  /** The list that it is from: where the asking clause speaks of that list and of nothing else, what is told before it does not count. */
  list?: List;
  status?: AnswerStatus;
  suggestions?: readonly Phrase[];
}

export type List = 'city' | 'agreement' | 'base';

/** A draft from the lists; it gets its bonus only when the question touches nothing weighty beyond it. */
export function saying({ asked }: Frame, { bonus = 0, uses, sure, list, status = 'answered', ...rest }: Saying): Draft {
  const own = new Set([...uses, ...usual]);
  const all = [...own, ...covered(asked, own)];
  if (list && isPlainlyOf(asked, list, uses))
    return { ...rest, status, uses: [...all, ...asked.concepts], bonus: Math.max(bonus, 0) + plainly };
  if (sure && !asksBeyond(asked)) return { ...rest, status, uses: all, bonus };
  const strays = foreign(asked, new Set(all)).length;
  const fit = strays === 0 ? bonus : -0.4 * strays;
  return { ...rest, status, uses: all, bonus: asksBeyond(asked) ? fit - 3 : fit };
}

/** Concepts whose every word stands inside the name of a thing (大学 in 东华理工大学) or inside a word that is answered to; a bare figure (44对) is none. */
function covered(asked: Asked, own: ReadonlySet<string> = new Set()): string[] {
  const spans = [...asked.mentions.filter(isOurs), ...asked.touched.filter(({ concept }) => own.has(concept))];
  const marks = new Uint8Array(asked.text.length);
  for (const { start, end } of spans) marks.fill(1, start, end);
  const inside = (start: number, end: number) => marks.subarray(start, end).includes(1);
  const out = new Set(
    asked.touched
      .filter(({ start, end }) => !inside(start, end) && !/^\d+$/.test(asked.text.slice(start, end)))
      .map(({ concept }) => concept),
  );
  const here = new Set(asked.touched.map(({ concept }) => concept));
  if (/建立.{0,12}友|友.{0,8}建立/.test(asked.text)) out.delete('registration');
  return [...here].filter((concept) => !out.has(concept));
}

const weighty = 0.5;
const plainly = 1.4;

/** Whether the clause that asks speaks of this list, and of nothing beyond it. */
function isPlainlyOf(asked: Asked, list: List, uses: readonly string[]): boolean {
  const clause = askingClause(asked);
  const inside = ({ start, end }: { start: number; end: number }) => start >= clause.start && end <= clause.end;
  const touched = asked.touched.filter(inside);
  const narrow: Asked = {
    ...asked,
    text: ' '.repeat(clause.start) + asked.text.slice(clause.start, clause.end),
    touched,
    concepts: new Set(touched.map(({ concept }) => concept)),
    mentions: asked.mentions.filter(inside),
  };
  return speaks(narrow, list) && !asksBeyond(narrow) && keepsTo(narrow, uses);
}

/** What the question is about beyond the given concepts. */
function foreign(asked: Asked, known: ReadonlySet<string>): string[] {
  return [...asked.concepts].filter(
    (concept) => !concept.startsWith('dir-') && weightOf(concept) >= weighty && !known.has(concept),
  );
}

/** Whether the question keeps to the lists: nothing weighty beside these concepts and the names of things. */
export function keepsTo(asked: Asked, concepts: readonly string[]): boolean {
  const own = new Set([...concepts, ...usual]);
  return foreign(asked, new Set([...own, ...covered(asked, own)])).length === 0;
}

/** Asks what no list says: since when, until when, who lives there, what it costs. */
function asksBeyond(asked: Asked): boolean {
  return (
    has(asked, 'list-when', 'list-year', 'list-text', 'list-facts', 'list-run', 'list-expired', 'ask-when') ||
    /什么时候|何时(?!.{0,3}不是)|哪一?年|怎么办|最强|最好|哪个好|换了|变更|批准|审批|要批|部批|(?:合作者|负责人|联系人|市长|教授).{0,4}(?:叫|是谁|名字)/.test(
      asked.text,
    )
  );
}

/** What the question speaks of by its plain words, which a longer word of another field may hide from the concepts. */
export function speaks(asked: Asked, what: List): boolean {
  if (what === 'city')
    return (
      has(asked, 'list-city') ||
      /友城|友好(?!协商|谈|解决|磋商|商议|沟通|商定)|友成|有成(?=不|没|吗|么|$|[?,])|姐妹城|姊妹城|附件?2(?!\d)|\d+对|(?:几|多少)对(?!外|方|口|象)|对子|结了?(?:多少|几|哪)|结(?:亲|拜|盟)|结(?:了|过|的)?(?=[,。?]|$|是?(?:跟|和|与|谁|哪))|认(?:了)?亲|\bpairs?\b|sister|twin/.test(
        asked.text,
      )
    );
  if (what === 'base')
    return (
      has(asked, 'list-base', 'list-base-plain', 'list-host') ||
      /国合|科技合作基地|依托单位|15家|十五[家个]|国家级牌子|附件?3(?!\d)/.test(asked.text) ||
      (/联合研究中心|(?:那个?|这个?)中心(?:在|是|挂|归|属|设)|创新园|示范型|块牌子/.test(asked.text) &&
        !/共建|合建/.test(asked.text))
    );
  return (
    has(asked, 'list-agreement') ||
    /政府间|附件?1(?!\d)|协议(?:的)?(?:清单|名单)|备忘录|联委会|议定书/.test(asked.text) ||
    betweenStates.test(asked.text)
  );
}

/** 国家跟他们签过文件没有; an agreement on your list. */
const betweenStates =
  /(?:国家(?:层面|之间|跟|和|与|那边)|两国|国与国|官方|政府|科技部)[^,。;?]{0,14}(?:签|协议|协定|文件|文本|备忘|约定)|(?:列|名下)[^,。;?]{0,10}文件|(?:几|两|二|三|四|多少)[份个]文件|(?:那|这|哪|有)(?:几|两|二|三|四)份(?!材料|合同|证明|翻译|原件|复印|表|申报|推荐|翻)|文件[^,。;?]{0,6}全[名称]|(?:别的|其[他它]|什么|哪些|哪份|啥)文件[^,。;?]{0,6}(?:沾|靠|套|用得上|算|挂)|(?:agreements?|documents?|memorandum|mou|treaty|protocol)\b[^.?]{0,60}\b(?:list(?:ed)?|annex|appendix|table)|(?:list(?:ed)?|annex|appendix|table)\b[^.?]{0,60}\b(?:agreements?|documents?|memorandum|mou|treaty|protocol)|govern?ment(?:al)?[ -](?:level|to|s&t|science|agreement|deal|mou)|between (?:the |our |both |two )*(?:govern?ments|countries|nations|states)|joint (?:commission|committee)|intergovernmental|inter-governmental|bilateral|(?:which|what) (?:\w+ )?agreements?\b(?= (?:do|does|did|with|exist|is there|are there|has|have|cover))|agreements? (?:has|have|does|did) (?:china|beijing)|china(?:'s)? (?:has|have|have an|has an|sign)/;

export function has(asked: Asked, ...concepts: readonly string[]): boolean {
  return concepts.some((concept) => asked.concepts.has(concept));
}

/** The kinds of things of the lists that a question names, as `@country`; a direction read in the same signs too. */
export function kindsOf(asked: Asked): string[] {
  const own = asked.mentions.filter(isOurs);
  const under = asked.mentions.filter((each) => own.some(({ start, end }) => each.start < end && each.end > start));
  return [...new Set([...own, ...under].map(({ is }) => `@${is}`))];
}

const ours: readonly Mention['is'][] = ['country', 'party', 'continent', 'place', 'side', 'host', 'base', 'unit'];
const isOurs = ({ is }: Mention) => ours.includes(is);

/** The codes of the countries that are named, each once. */
export function codesOf(asked: Asked): string[] {
  return [...new Set(named(asked, 'country').map(({ code }) => code))];
}

/** A name as the person wrote it: Latin letters keep their case. */
export function asWritten({ raw }: Asked, name: string): string {
  const at = raw.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? name : raw.slice(at, at + name.length);
}
