/** What callers send: the very forms by which the routes read it, put together where a route reads it in two steps. */
import { z } from 'zod';
import { factsInput } from '../../knowledge/factsInput.ts';
import { askForm } from '../api/ask.ts';
import { assessmentForm, batchForm, batchMost, itemForm } from '../api/assessments.ts';
import { payload } from '../api/zammad.ts';
import { posted } from '../channels/directline/decode.ts';
import { renewal } from '../channels/directline/handlers.ts';

const facts = factsInput.describe('项目的事实。不写、null 或 "unknown" 都是“不知道”；多余的字段不看');

/** By the name under which the document has it. */
export const requests = {
  Facts: facts,
  AskRequest: askForm,
  AssessmentRequest: assessmentForm.extend({ facts }),
  AssessmentBatchRequest: batchForm.extend({ items: z.array(itemForm.extend({ facts })).max(batchMost) }),
  ZammadWebhook: payload.describe('Zammad 的 webhook 发来的内容里，只看这些字段'),
  PageTokenRequest: renewal.partial(),
  Activity: posted.describe('Direct Line 的活动里，只看这些字段'),
};
