/** `POST /api/v1/assessments` and `/batch`: facts in, assessment out. The rules are elsewhere; here are the forms. */
import { setImmediate } from 'node:timers/promises';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { Language } from '../../knowledge/language.ts';
import type { Log } from '../log.ts';
import { newReference, Problem, problemBody, sendJson } from '../problem.ts';
import { bodyOf, takeBody } from '../server.ts';
import { parsed, unusable, type WrongPath } from './forms.ts';
import { type ApiAccess, refusedCaller } from './keys.ts';

/** What the assessor makes of facts whose form nobody has checked yet. Throws only by our own mistake. */
export type Assess = (
  facts: unknown,
  guide?: string,
  language?: Language,
) => { assessment: object } | { problem: WrongPath[] };

export interface AssessmentsApi extends ApiAccess {
  assess: Assess;
  log: Log;
}

export const batchMost = 500;
/** 500 complete sets of facts; read only from callers who may call. */
const batchLimit = 4 * 1024 * 1024;

const factsForm = z.record(z.string(), z.unknown(), '要写 facts：一个对象');
/** Of the texts in the assessment: titles, messages, remedies and `text`. */
const languageForm = z.enum(['zh', 'en'], 'language 只能是 zh 或 en').optional();
const guideForm = z.string('guide 要写指南的名字').max(64, 'guide 最多 64 个字符').optional();
/** Facts to be assessed; their own form is `knowledge/factsInput.ts`. */
export const assessmentForm = z.object(
  { facts: factsForm, guide: guideForm, language: languageForm },
  '请求内容要写成一个对象：{facts, guide?}',
);
const idForm = z.union([z.string().max(128), z.number()], 'id 要写 128 个字符以内的文字或数字').optional();
export const itemForm = z.object({ ...assessmentForm.shape, id: idForm }, '每一项要写成一个对象：{id?, facts, guide?}');
export const batchForm = z.object(
  { items: z.array(z.unknown(), '要写 items：一个数组').max(batchMost, `一次最多 ${batchMost} 项`) },
  '请求内容要写成一个对象：{items: [...]}',
);

function assessed(api: AssessmentsApi, request: z.output<typeof assessmentForm>): object {
  const outcome = api.assess(request.facts, request.guide, request.language);
  if ('problem' in outcome) throw unusable(outcome.problem);
  return outcome.assessment;
}

/** One item of a batch: whatever is wrong with it stays with it. */
function batchItem(api: AssessmentsApi, item: unknown): object {
  const named = z.object({ id: idForm }).safeParse(item).data?.id;
  const id = named === undefined ? {} : { id: named };
  try {
    return { ...id, assessment: assessed(api, parsed(itemForm, item)) };
  } catch (error) {
    const reference = newReference();
    if (error instanceof Problem) return { ...id, problem: problemBody(error, reference) };
    api.log.error({ err: error, reference }, 'assessment failed');
    return {
      ...id,
      problem: problemBody(new Problem(500, '服务暂时出错', `请把编号 ${reference} 告诉咨询台`), reference),
    };
  }
}

/** Adds both routes. */
export function assessmentsApi(server: Server, api: AssessmentsApi): void {
  const admit = (req: Request): void => {
    const problem = refusedCaller(req, api);
    if (problem) throw problem;
  };

  server.post('/api/v1/assessments', async (req: Request, res: Response) => {
    admit(req);
    sendJson(res, 200, assessed(api, parsed(assessmentForm, bodyOf(req))));
  });

  const batch = '/api/v1/assessments/batch';
  takeBody(server, batch, { limit: batchLimit, refuse: (req) => refusedCaller(req, api) });
  server.post(batch, async (req: Request, res: Response) => {
    admit(req);
    const items: object[] = [];
    for (const item of parsed(batchForm, bodyOf(req)).items) {
      items.push(batchItem(api, item));
      await setImmediate(); // other people's requests get their turn between two items
    }
    sendJson(res, 200, { items });
  });
}
