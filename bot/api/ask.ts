/** `POST /api/v1/ask`: a question about the guide in, an answer with its citations out. */
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { reasonOf } from '../../knowledge/answer/reason.ts';
import type { Desk } from '../ask/desk.ts';
import { Problem, sendJson } from '../problem.ts';
import { bodyOf } from '../server.ts';
import { parsed } from './forms.ts';
import { type KeptAnswers, OtherQuestionError } from './kept.ts';
import { type ApiAccess, keyHolder, refusedCaller } from './keys.ts';

export interface AskApi extends ApiAccess {
  desk: Desk;
  kept: KeptAnswers;
}

/** As in the chat. */
const longestQuestion = 4000;
const longestName = 128;

/** Characters as people count them: one beyond the basic plane is one. */
const atMost = (most: number) => (text: string) => text.length <= most || [...text].length <= most;

const named = (field: string) =>
  z
    .string(`${field} 要写成文字`)
    .min(1, `${field} 不能是空的；没有就不写`)
    .refine(atMost(longestName), `${field} 最多 ${longestName} 个字符`)
    .meta({ maxLength: longestName })
    .optional();

/** What is asked. */
export const askForm = z.strictObject(
  {
    question: z
      .string('要写 question：一句话')
      .refine((text) => text.trim() !== '', 'question 不能是空的')
      .refine(atMost(longestQuestion), `question 最多 ${longestQuestion} 个字符，请写得短一些，或分几次问`)
      .meta({ maxLength: longestQuestion }),
    conversation: named('conversation'),
    /** The caller's own number of the matter: asked again under it, the same question has the same answer. */
    externalId: named('externalId'),
  },
  {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys'
        ? `没有这样的字段：${Array.isArray(keys) ? keys.join('、') : ''}；只有 question、conversation、externalId`
        : '请求内容要写成一个对象：{question, conversation?, externalId?}',
  },
);

export function askApi(server: Server, api: AskApi): void {
  server.post('/api/v1/ask', async (req: Request, res: Response) => {
    const problem = refusedCaller(req, api);
    if (problem) throw problem;
    const { question, conversation, externalId } = parsed(askForm, bodyOf(req));
    const holder = keyHolder(req, api.keys) ?? '';
    const answered = (): object => {
      const answer = api.desk({ question, holder, conversation });
      return { ...answer, reason: reasonOf(answer) };
    };
    if (externalId === undefined) return sendJson(res, 200, answered());
    const asked = { holder: `key\n${holder}`, id: externalId, what: question };
    sendJson(res, 200, await api.kept.once(asked, answered).catch(refuseOther));
  });
}

function refuseOther(error: unknown): never {
  if (!(error instanceof OtherQuestionError)) throw error;
  throw new Problem(409, '这个 externalId 已经问过别的问题', '换一个 externalId，或把原来的问题原样再发一次');
}
