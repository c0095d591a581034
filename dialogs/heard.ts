/**
 * What somebody says in another language, as the Chinese by which the talk understands it. Labels and commands have their own; an answer is
 * understood when the whole of it is, a question about the guide goes on as it is, and what is not understood says nothing.
 */
import { read } from '../knowledge/answer/readQuestion.ts';
import type { OpenQuestion } from '../knowledge/interview.ts';
import type { Language } from '../knowledge/language.ts';
import { original } from '../knowledge/languages/catalogue.ts';
import { answerInEnglish, commandInEnglish, labelPairs, statedInEnglish } from '../knowledge/languages/en/hear.ts';
import { institution } from '../knowledge/languages/en/slots.ts';
import { spokenIn } from '../knowledge/languages/spokenIn.ts';
import { type ConversationRecord, openCase } from '../state/conversation.ts';
import { askedNow } from './asked.ts';
import { handoverWords } from './handoverWords.ts';
import { withQuestion } from './ownData.ts';
import { wordingOf } from './position.ts';
import type { Reply } from './reply.ts';
import { guideOf, guidesOf, type Session } from './session.ts';
import { words } from './wording.ts';

/** The language of a conversation before its next message. */
export const languageOf = ({ language }: Pick<ConversationRecord, 'language'>): Language => language ?? 'zh';

/** The language in which this message is answered; it is kept in the document. */
export function languageAfter(text: string, record: ConversationRecord): Language {
  const language = spokenIn(text, languageOf(record), openCase(record)?.asking?.id);
  if (language === 'zh') delete record.language;
  else record.language = language;
  return language;
}

/** Says nothing to any reader: the question is asked again, more exactly. */
const nothing = '…';

/**
 * The message as the dialogs hear it; `reply` where something must be asked back at once.
 * @param before the language before this message
 */
export function heardAs(typed: string, session: Session, before: Language): { text: string } | { reply: Reply } {
  if (session.language === 'zh')
    return { text: before === 'en' && /^\W*\p{Script=Han}{1,6}\W*$/u.test(typed) && switches(typed) ? '继续' : typed };
  if (typed.trim() === '' || typed.length > 4000) return { text: typed };
  if (before === 'zh' && switches(typed)) return { text: '继续' };
  const open = openQuestion(session);
  const label = labelled(typed, open, session);
  if (label !== undefined) return { text: label };
  const command = commandInEnglish(typed);
  // Thanks, ok: no answer to a question of the guide.
  if (command !== undefined) return { text: command === '好的' && open?.question ? nothing : command };
  const said = open && answer(typed, open, session);
  if (said) return said;
  const offered = original(typed, 'en');
  if (offered !== undefined && !open) return { text: offered };
  if (asks(typed) || wants.test(typed)) return { text: !open && introduces(typed) ? nothing : asQuestion(typed) };
  const stated = statedInEnglish(typed);
  if (stated) return 'hint' in stated ? { reply: withQuestion(stated.hint, session) } : { text: stated.zh };
  if (open && takesNames.test(open.id)) return { text: open.id.startsWith('unit.name') ? institution(typed) : typed };
  return { text: !open && isTopic(typed, session) ? asQuestion(typed) : nothing };
}

const switches = (text: string): boolean =>
  /^\W*(?:please )?(?:speak |use |in |switch to )?(?:english|英文|英语|中文|汉语|请?(?:用|说)(?:英文|英语|中文))(?: please)?\W*$/iu.test(
    text,
  );

/** Whoever names something in Latin letters says it as it is. */
const takesNames = /^(?:behalf\.name|unit\.name|partner\.who|direction$|participants)/;

type Open = { id: string; question?: OpenQuestion };

function openQuestion(session: Session): Open | undefined {
  const record = openCase(session.record);
  if (!record) return undefined;
  const asked = askedNow(record, {
    ...guidesOf(session, record.guide),
    today: session.today,
    language: session.language,
  });
  if (asked === undefined) return undefined;
  return typeof asked === 'string' ? { id: asked } : { id: asked.id, question: asked };
}

const labels = (['zh', 'en'] as const).map((language) => {
  const {
    start,
    behalfChoices,
    deleteChoices,
    restartChoices,
    skipLabel,
    verdictActions,
    endActions,
    ratings,
    ...own
  } = words(language);
  const { trySwapLead, trySwapDirection, trySwapPartner, trySwapUnit } = own;
  const { toDesk } = handoverWords(language);
  const single = [start, skipLabel, trySwapLead, trySwapDirection, trySwapPartner, trySwapUnit, toDesk];
  return [single, behalfChoices, deleteChoices, restartChoices, verdictActions, endActions, ratings];
});
const byLabel = new Map(labelPairs(labels[0], labels[1]));

function labelled(typed: string, open: Open | undefined, { record, guides, ...session }: Session): string | undefined {
  const said = typed.trim().toLowerCase();
  const current = openCase(record);
  if (open?.question && current) {
    const guide = guideOf({ record, ...(guides && { guides }), ...session }, current.guide);
    const shown = wordingOf(open.question, current, guide, 'en').choices.map((each) => each.toLowerCase());
    const label = wordingOf(open.question, current, guide, 'zh').choices[shown.indexOf(said)];
    if (label !== undefined) return label;
  }
  return byLabel.get(said);
}

function answer(
  typed: string,
  { id, question }: Open,
  session: Session,
): { text: string } | { reply: Reply } | undefined {
  const [whole = id, part] = id.replace(/#\d+/, '').split('/');
  const ids = part === undefined ? [whole] : [`${whole}/${part}`, whole];
  const current = openCase(session.record);
  const choices =
    question && current ? wordingOf(question, current, guideOf(session, current.guide), 'zh').choices : ['是', '不是'];
  const heard = answerInEnglish(typed, ids, flagOf(choices));
  if (!heard) return undefined;
  return 'hint' in heard ? { reply: withQuestion(heard.hint, session) } : { text: heard.zh };
}

const denies = /^(?:没|不|还没|未|都没|都还没|都不是|有没)/;

/** The label for a plain yes and a plain no, where there is just one of each. */
function flagOf(choices: readonly string[]): { yes?: string | undefined; no?: string | undefined } {
  const sure = choices.filter((each) => !/^不(?:确定|知道)/.test(each));
  const [yes, ...more] = sure.filter((each) => !denies.test(each));
  const [no, ...others] = sure.filter((each) => denies.test(each));
  return { ...(more.length === 0 && { yes }), ...(others.length === 0 && { no }) };
}

/** A letter that ends with 「Is that possible?」 asks nothing that the words of its other sentences would answer. */
function introduces(text: string): boolean {
  const sentences = text.split(/[.!?]\s+|[.!?]$/).filter((each) => each.trim() !== '');
  const last = sentences.at(-1)?.trim() ?? '';
  return sentences.length > 2 && last.split(/\s+/).length <= 5 && /\b(?:that|this|it)\b/i.test(last);
}

/** A question without its mark is one all the same. */
const asQuestion = (text: string): string => (/[?？]\s*$/.test(text) ? text : `${text.trim().replace(/[.!]+$/, '')}?`);

const asking =
  /^(?:what|which|who|whom|whose|when|where|why|how|can|could|does|do|did|is|are|may|should|must|will|would|has|have|am)\b/i;
const asks = (text: string): boolean =>
  /[?？]\s*$/.test(text) || (asking.test(text.trim()) && text.trim().split(/\s+/).length > 2);
const wants =
  /^(?:please )?(?:list|show|name|tell|explain|describe|give)\b.{3,}|\b(?:want|like|need) to (?:know|ask)\b|\bplease (?:tell|explain|list|show)\b|^(?:i )?wonder\b/i;
const tellsOfOneself = /^(?:it|that|this|yes|no)\b|\b(?:i|we|he|she|they|our|my|his|her|prof|dr|mr|ms|mrs)\b|\d/i;

/** A few words that only name what somebody wants to know. */
function isTopic(text: string, session: Session): boolean {
  if (text.trim().split(/\s+/).length > 6 || tellsOfOneself.test(text)) return false;
  const { touched, mentions } = read(text, guideOf(session));
  const names = mentions.filter(({ is }) => is !== 'title' && is !== 'person' && is !== 'unit');
  return touched.length + names.length > 0 && !mentions.some(({ is }) => is === 'person');
}
