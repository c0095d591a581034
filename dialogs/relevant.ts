/**
 * Whether a message speaks of what was asked. A yes or no hidden in a sentence about something else (没有国内单位 to 是独立法人吗)
 * must not fail a bar: then the question is asked again.
 */
import type { OpenQuestion } from '../knowledge/interview.ts';
import { phraseIn } from '../knowledge/language.ts';
import { factNames } from '../knowledge/narrate/factNames.ts';
import { readPlainYesNo } from '../knowledge/read/readYesNo.ts';

/** Answered by yes or no, or by a date: what their readers take may stand in a sentence about something else. */
const hasty = ['unit.legalPerson', 'unit.registration', 'partner.legal', 'partner.registered'];
/** Parts of a unit, which are no legal persons of their own. */
const dependent = /学院|[院科]系|系里|分公司|分部|课题组|实验室|研究中心|下属|下面/;
const everywhere = /单位|合作|没有|不是|是不|有没|我们|您的|例如|还是|什么|本身/;

export function speaksOf(text: string, { question, part }: OpenQuestion): boolean {
  if (!hasty.includes(question.id)) return true;
  const said = text.normalize('NFKC').replace(/\s/g, '');
  const [first = ''] = said.split(/[,，。;；!！]/);
  const plain = [...first].length <= 5 && (readPlainYesNo(first) !== undefined || first === said);
  if (plain || /\d{2}|[〇零一二三四五六七八九]{2,}/.test(said)) return true;
  if (/\.legal/.test(question.id) && dependent.test(said)) return true;
  if (factNames.some(([id, names]) => id === question.id && names.test(said))) return true;
  const asked = [phraseIn(part?.ask ?? '', 'zh'), question.wording.zh.ask].join('，');
  return bigrams(said).some((each) => !everywhere.test(each) && asked.includes(each));
}

function bigrams(text: string): string[] {
  return [...text.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair = '']) => pair);
}
