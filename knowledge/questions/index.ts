/** All questions in the order in which they are asked: first those that decide which others apply. */
import type { Guide } from '../guide.ts';
import type { Question } from '../question.ts';
import { agreementQuestions as agreement } from './agreement.ts';
import { domesticQuestion } from './domestic.ts';
import { ofItsOwn } from './elsewhere.ts';
import { inLanguages } from './inLanguages.ts';
import { leadQuestions as lead } from './lead.ts';
import { materialsQuestion } from './materials.ts';
import { participantsQuestion } from './participants.ts';
import { partnerQuestions as partner } from './partner.ts';
import { plainQuestion } from './plain.ts';
import { processQuestions as process } from './process.ts';
import { projectQuestions as project } from './project.ts';
import { unitQuestions as unit } from './unit.ts';

const coded: readonly Question[] = [
  unit.kind,
  partner.who,
  lead.origin,
  lead.birthDate,
  lead.title,
  lead.degree,
  lead.civil,
  lead.integrity,
  unit.name,
  unit.registration,
  unit.legalPerson,
  partner.registered,
  partner.legal,
  project.direction,
  project.applied,
  unit.ownFunds,
  unit.audit,
  project.duration,
  partner.basis,
  participantsQuestion,
  agreement.signed,
  agreement.content,
  agreement.language,
  agreement.highlight,
  agreement.lawEthics,
  process.us,
  domesticQuestion,
  process.team,
  process.recommendation,
  process.channel,
  materialsQuestion,
  project.jointLab,
].map((each) => inLanguages(ofItsOwn(each)));

const byGuide = new WeakMap<Guide, readonly Question[]>();

/** The questions of a guide: the coded ones, with the guide's own plain ones after those that they name. */
export function questionsOf(guide: Guide): readonly Question[] {
  const known = byGuide.get(guide);
  if (known) return known;
  const list = [...coded];
  for (const row of guide.questions) {
    const at = list.findIndex((each) => each.id === row.after);
    if (at < 0)
      throw new Error(`指南 ${guide.id} 的 questions.json 里，${row.id} 要排在不认识的问题 ${row.after} 后面`);
    list.splice(at + 1, 0, plainQuestion(row));
  }
  byGuide.set(guide, list);
  return list;
}
