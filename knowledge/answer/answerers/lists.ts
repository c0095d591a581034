/** Answers from 附1, 附2 and 附3, and which kind of project a place belongs to: counted and decided from the guide's data. */
import type { Asked } from '../asked.ts';
import type { AnswerFrame, Draft } from '../draft.ts';
import { agreementDrafts } from './lists/agreements.ts';
import { baseDrafts } from './lists/bases.ts';
import { categoryDrafts } from './lists/categories.ts';
import { cityDrafts } from './lists/cities.ts';
import { overviewDrafts } from './lists/overview.ts';
import { totalDrafts } from './lists/totals.ts';

export function lists(asked: Asked, { guide }: AnswerFrame): Draft[] {
  const frame = { asked, guide };
  return [agreementDrafts, cityDrafts, baseDrafts, categoryDrafts, overviewDrafts, totalDrafts].flatMap((drafts) =>
    drafts(frame),
  );
}
