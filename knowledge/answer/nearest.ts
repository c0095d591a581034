/** No sentence of the guide says just this: the questions nearest to it are offered. */
import type { Phrase } from '../language.ts';
import type { Asked } from './asked.ts';
import type { AnswerFrame, Draft } from './draft.ts';
import { near } from './near.ts';

const text: Phrase = {
  zh: '指南里没有找到正好说这一点的条文，不能乱答。您想问的是不是下面的问题？都不是的话，请问省科技厅或推荐单位，回复“人工”可以找人。',
  en: 'I did not find a sentence of the guide that says just this, and cannot guess. Do you mean one of these questions? Reply “human” for a person.',
};

/** That answer, when there is anything near. */
export function nearest(asked: Asked, drafts: readonly Draft[], { guide }: AnswerFrame): Draft | undefined {
  const suggestions = near(asked, drafts, guide);
  return suggestions.length === 0
    ? undefined
    : { id: 'unsure', status: 'clarify', text, citations: [], uses: [], suggestions };
}
