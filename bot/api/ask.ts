/** `POST /api/v1/ask`: a question about the guide in, an answer with its citations out. */
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { Desk } from '../ask/desk.ts';
import { sendJson } from '../problem.ts';
import { bodyOf } from '../server.ts';
import { parsed } from './forms.ts';
import { type ApiAccess, keyHolder, refusedCaller } from './keys.ts';

export interface AskApi extends ApiAccess {
  desk: Desk;
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
    .optional();

const requestForm = z.strictObject(
  {
    question: z
      .string('要写 question：一句话')
      .refine((text) => text.trim() !== '', 'question 不能是空的')
      .refine(atMost(longestQuestion), `question 最多 ${longestQuestion} 个字符，请写得短一些，或分几次问`),
    conversation: named('conversation'),
    /** The caller's own number of the matter; it is taken and needs no effect. */
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
    const { question, conversation } = parsed(requestForm, bodyOf(req));
    const holder = keyHolder(req, api.keys) ?? '';
    sendJson(res, 200, api.desk({ question, holder, conversation }));
  });
}
