/**
 * What the service answers, as zod: the types of what the routes send hold these to it (`satisfies`), and the tests hold real answers to
 * them.
 */
import { z } from 'zod';
import type { Assessment } from '../../knowledge/assess.ts';
import { deskSource } from '../../knowledge/rulingWords.ts';
import type { Answered } from '../ask/desk.ts';

const verdict = z
  .enum(['ready', 'fixable', 'needs-confirmation', 'not-eligible'])
  .describe('结论：条件基本具备、补齐后可以申报、有要先确认的、目前不符合');
const ruleIds = (what: string) => z.array(z.string()).describe(`${what}，规则编号`);
const guide = z.string().describe('依据哪一份指南');
const overlay = z.string().nullable().describe('工作人员公布内容的版本，没有就是 null');

const citation = z.union([
  z.object({ clause: z.string().describe('指南的条款'), quote: z.string().describe('指南原文，逐字') }),
  z.object({ source: z.literal(deskSource), date: z.string().describe('公布的日期'), quote: z.string() }),
]);

const answer = z.object({
  status: z
    .enum(['answered', 'clarify', 'not-in-guide', 'declined'])
    .describe('指南有、请再说清楚、指南没写、不该由本助手答'),
  answer: z.string().describe('给人看的完整文字'),
  citations: z.array(citation),
  suggestions: z.array(z.string()).describe('接着可以问的'),
  guide,
  overlay,
});

const problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string().describe('哪一类问题'),
    status: z.number().int(),
    detail: z.string().optional().describe('怎样改正'),
    reference: z.string().describe('编号，在日志里能按它查到'),
    errors: z
      .array(z.object({ path: z.string().describe('请求里的位置'), message: z.string() }))
      .optional()
      .describe('422：逐项说明哪里不对'),
    error: z.object({ code: z.string(), message: z.string() }).optional().describe('Direct Line 客户端读的错误码'),
  })
  .describe('RFC 9457 的问题说明');

const preference = z.object({
  kind: z.enum(['agreement', 'sister-city', 'base-or-joint-lab']),
  entry: z.string().describe('清单里的哪一项'),
  list: z.enum(['附1', '附2', '附3', '二']),
  nos: z.array(z.string()),
  status: z.enum(['listed', 'indirect', 'within', 'renamed', 'self-declared']),
});

const finding = z.object({
  rule: z.string(),
  kind: z.enum(['bar', 'remedy', 'preference', 'advice', 'info']),
  status: z.enum(['met', 'unmet', 'to-confirm', 'not-applicable', 'open']),
  title: z.string(),
  clause: z.string(),
  quote: z.string().describe('指南原文，逐字'),
  message: z.string(),
});

const assessment = z.object({
  guide,
  overlay,
  verdict,
  failedRules: ruleIds('不符合的'),
  missingItems: ruleIds('要补的'),
  toConfirm: ruleIds('要先确认的'),
  preferences: z.array(preference).describe('同等条件下优先的依据'),
  category: z.enum(['europe-americas', 'other-countries-regions', 'mixed', 'unclear']).describe('合作方属于哪一类'),
  directionAllowed: z.union([z.boolean(), z.literal('unclear')]).describe('合作方所在地能不能报这个方向'),
  findings: z.array(finding).describe('每一条规则'),
  remedy: z
    .array(z.object({ change: z.string().describe('改什么'), verdict }))
    .max(3)
    .describe('最小的改动，和改了以后的结论'),
  text: z.string().describe('结论的全文'),
}) satisfies z.ZodType<Assessment>;

const batchItem = z.union([
  z.object({ id: z.union([z.string(), z.number()]).optional(), assessment }),
  z.object({ id: z.union([z.string(), z.number()]).optional(), problem }),
]);

const issued = z.object({
  conversationId: z.string(),
  token: z.string().describe('这个对话的令牌'),
  expires_in: z.number().int().describe('秒'),
});
const begun = issued.extend({ streamUrl: z.string().describe('WebSocket 的地址') });

const activity = z.looseObject({
  type: z.string(),
  id: z.string().describe('对话编号|序号'),
  timestamp: z.string(),
  from: z.looseObject({ id: z.string() }).describe('人自己的 id 原样返回'),
  text: z.string().optional(),
  replyToId: z.string().optional(),
  channelData: z
    .looseObject({
      question: z
        .object({ id: z.string(), topic: z.string(), index: z.number().int(), total: z.number().int() })
        .optional()
        .describe('这条消息问的自查题'),
      assessment: assessment.optional().describe('只在给出结论的消息上'),
      answer: answer.extend({ conversation: z.string() }).optional().describe('回答指南问题的消息上'),
    })
    .optional(),
});

/** By the name under which the document has it. */
export const responses = {
  Problem: problem,
  Answer: answer.extend({
    conversation: z.string().describe('这次谈话的名字：接着问时带上它'),
    reason: z.string().describe('一句理由，例如“命中附5 三（一）”'),
  }) satisfies z.ZodType<Answered>,
  Assessment: assessment,
  AssessmentBatch: z.object({ items: z.array(batchItem).describe('与请求同序') }),
  ZammadNote: z
    .object({
      ticket_id: z.union([z.number(), z.string()]),
      subject: z.string(),
      body: z.string().describe('草稿，发给申请人前请核对'),
      content_type: z.literal('text/plain'),
      internal: z.literal(true),
      type: z.literal('note'),
      answers: z.array(answer.extend({ question: z.string(), reason: z.string() })),
    })
    .describe('一条内部备注，即 Zammad 的 ticket_articles 要的内容'),
  Health: z.object({ status: z.literal('ok') }),
  Readiness: z.object({ ready: z.boolean() }),
  Issued: issued,
  PageToken: issued.extend({ resume: z.string().describe('令牌过期后，凭它回到这段对话') }),
  Begun: begun,
  Posted: z.object({ id: z.string() }),
  ActivitySet: z.object({
    activities: z.array(activity),
    watermark: z.string().describe('下次从它之后读；空的等于从头读'),
  }),
};
