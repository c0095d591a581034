/**
 * A message that speaks only of a paper of another question (推荐函刚开好了, asked whether the unit is a legal person) is no
 * answer: the 好了 in it is not about what was asked.
 */
import { factNames } from '../narrate/factNames.ts';
import type { Part, Question } from '../question.ts';
import { tellsNotKnown, tellsOnlyNotKnown } from '../read/notKnown.ts';
import { ofThisOne } from '../read/ofAnother.ts';
import { plainCharacters } from '../read/simplified.ts';
import { maxInput, type Reading } from '../reading.ts';

/** Papers that a clause may begin with, and the questions in whose answers they have a place. */
const papers: readonly (readonly [paper: string, questions: RegExp])[] = [
  ['推荐函', /^process\./],
  ['(?:伦理|动物实验)(?:审查)?(?:批件|批文|手续)', /^agreement\.(?:lawEthics|content)/],
  ['(?:中文)?翻译件', /^agreement\.(?:language|content)/],
  ['(?:自有|自筹|配套)资金', /^(?:unit\.ownFunds|funding\.|agreement\.content|domestic\.|unit\.kind)/],
  ['(?:年度)?审计报告', /^(?:unit\.audit|us\.)/],
  ['申报书', /^(?:app\.|participants|process\.|direction|partner\.basis|unit\.name)/],
  ['(?:合作|联合)?协议', /^(?:agreement\.|domestic\.|partner\.|participants|us\.|lead\.(?:origin|employment))/],
  ['(?:合作|联合)协议', /^(?:agreement\.|domestic\.|partner\.|participants|us\.)/],
  ['佐证材料', /^(?:partner\.|app\.)/],
  ['三处', /^(?:agreement\.|domestic\.)/],
  ['联合实验室', /^(?:jointLab|partner\.|unit\.|direction)/],
];
const before = '^(?:那个|这个|我们?的?|咱们?的?|刚才|现在|目前|另外|对了|[\\p{Script=Han}]{1,4}[局厅]的?){0,4}';
const rows = papers.map(([paper, questions]): readonly [RegExp, RegExp] => [
  new RegExp(`${before}${paper}(?!里|上|中|内|写的|填的|是)`, 'u'),
  questions,
]);

/** Whether every clause of the text begins with a paper that has no place in the question's answer. */
function speaksElsewhere(text: string, id: string): boolean {
  if (text.length > maxInput) return false;
  const said = text.normalize('NFKC').trim();
  if (factNames.some(([question, names]) => question === id && names.test(said))) return false;
  // 协议签了准备挂牌 tells of the laboratory without its name.
  if (id === 'jointLab' && /挂牌|揭牌|牌[子匾]|共建/.test(said)) return false;
  const parts = said.split(/[,，。;；!！\s]+/).filter((part) => part !== '');
  return (
    parts.length > 0 &&
    parts.every((part) => rows.some(([begins, questions]) => begins.test(part) && !questions.test(id)))
  );
}

/** Where an older one, or somebody else's, is often told beside the thing asked about. */
const besideAnother =
  /^(?:unit\.audit|funding\.|participants|direction|partner\.basis|agreement\.(?:content|language)|project\.|us\.|app\.|team)/;

/** The question's own words: without those of another; undefined where only another one's papers are spoken of. */
function ownWords(text: string, id: string): string | undefined {
  if (speaksElsewhere(text, id)) return undefined;
  return (besideAnother.test(id) && ofThisOne(text)) || text;
}

/** Nothing understood, but 没人跟我提过 is told: then it is not known. */
function orNotKnown<T>(reading: Reading<T> | undefined, text: string): Reading<T> | undefined {
  if (reading === undefined) return tellsNotKnown(text) ? { is: 'unknown' } : undefined;
  // 属兔的，生日他没说过: the hint offers years to choose from.
  const open = reading.is === 'ask' && reading.offers === undefined;
  return open && tellsOnlyNotKnown(text) ? { is: 'unknown' } : reading;
}

/** The question and its parts, deaf to what speaks only of another one's papers, and to what is too long. */
export function ofItsOwn(question: Question): Question {
  const heard =
    (read: Part['read']): Part['read'] =>
    (typed, context) => {
      if (typed.length > maxInput) return undefined;
      const text = plainCharacters(typed);
      const own = ownWords(text, question.id);
      return own === undefined ? undefined : orNotKnown(read(own, context), text);
    };
  const parts = Object.entries(question.parts ?? {}).map(([path, part]): [string, Part] => [
    path,
    { ...part, read: heard(part.read) },
  ]);
  return {
    ...question,
    ...(question.parts && { parts: Object.fromEntries(parts) }),
    read: heard(question.read),
  };
}
