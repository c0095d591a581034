/** The HTTP API: questions, assessments, the ticket system's webhook. */
import { zammadPath } from '../api/zammad.ts';
import { askExample, assessmentExample, batchExample, zammadExample } from './examples.ts';
import { jsonAnswer, jsonBody, refused } from './parts.ts';

const security = [{ apiKey: [] }];

export const apiPaths = {
  '/api/v1/ask': {
    post: {
      operationId: 'ask',
      tags: ['接口'],
      summary: '问指南里的规定，得回答和出处',
      description:
        'conversation 由调用方取名，同名的算一次谈话，后一问可以接着前一问，上下文保留 30 分钟；不写就每次新取一个。externalId 写工单号：同号的同一个问题 7 天内给同一个回答，同号的另一个问题回 409。',
      security,
      requestBody: jsonBody('AskRequest', { age: { summary: '问一条规定', value: askExample } }),
      responses: { 200: jsonAnswer('回答', 'Answer'), ...refused(400, 401, 409, 413, 415, 422, 429) },
    },
  },
  '/api/v1/assessments': {
    post: {
      operationId: 'assess',
      tags: ['接口'],
      summary: '给事实，得结论',
      description: '没有给的事实一律算“不知道”，不会当作满足，也不会当作不满足。guide 不写就用最新的一份指南。',
      security,
      requestBody: jsonBody('AssessmentRequest', { company: { summary: '一家企业', value: assessmentExample } }),
      responses: { 200: jsonAnswer('结论', 'Assessment'), ...refused(400, 401, 413, 415, 422, 429) },
    },
  },
  '/api/v1/assessments/batch': {
    post: {
      operationId: 'assessMany',
      tags: ['接口'],
      summary: '一次最多 500 份',
      description: '答复与请求同序；一份有错，不影响其他的。请求内容最多 4096 KB。',
      security,
      requestBody: jsonBody('AssessmentBatchRequest', {
        two: { summary: '两份，后一份的日期不存在', value: batchExample },
      }),
      responses: { 200: jsonAnswer('逐份的结论或问题', 'AssessmentBatch'), ...refused(400, 401, 413, 415, 422, 429) },
    },
  },
  [zammadPath]: {
    post: {
      operationId: 'zammad',
      tags: ['接口'],
      summary: '工单系统转来一封来信，得一条内部备注的草稿',
      description: '设置了 HELPDESK_WEBHOOK_SECRET 才有。不是申请人写的（坐席、系统、内部备注）回 204。',
      security: [{ zammadSignature: [] }],
      parameters: [
        {
          name: 'X-Zammad-Delivery',
          in: 'header',
          description: '这次投递的编号；同一编号的答复相同',
          schema: { type: 'string', maxLength: 200 },
        },
      ],
      requestBody: jsonBody('ZammadWebhook', { letter: { summary: '申请人的来信', value: zammadExample } }),
      responses: {
        200: jsonAnswer('草稿', 'ZammadNote'),
        204: { description: '不需要草稿' },
        ...refused(400, 401, 413, 415, 422, 429),
      },
    },
  },
};
