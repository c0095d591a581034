/** Direct Line 3.0 as far as a client needs it to hold a talk. The stream (WebSocket) stands in what begins a conversation. */
import { activityExample } from './examples.ts';
import { jsonAnswer, jsonBody, refused } from './parts.ts';

const security = [{ directLine: [] }];
const tags = ['Direct Line'];
const root = '/v3/directline';
const conversation = {
  name: 'id',
  in: 'path',
  required: true,
  description: '对话编号',
  schema: { type: 'string' },
};
const watermark = {
  name: 'watermark',
  in: 'query',
  description: '上次读到哪里；不写或空的等于从头读',
  schema: { type: 'string' },
};

export const directLinePaths = {
  [`${root}/tokens/generate`]: {
    post: {
      operationId: 'generateToken',
      tags,
      summary: '取一个令牌，同时得到一段新的对话',
      security,
      responses: { 200: jsonAnswer('令牌', 'Issued'), ...refused(401, 403, 429) },
    },
  },
  [`${root}/tokens/refresh`]: {
    post: {
      operationId: 'refreshToken',
      tags,
      summary: '换一个新的令牌',
      security,
      responses: { 200: jsonAnswer('令牌', 'Issued'), ...refused(401, 403, 429) },
    },
  },
  [`${root}/conversations`]: {
    post: {
      operationId: 'beginConversation',
      tags,
      summary: '开始一段对话',
      security,
      responses: { 201: jsonAnswer('对话和收消息的地址', 'Begun'), ...refused(401, 403, 429) },
    },
  },
  [`${root}/conversations/{id}`]: {
    get: {
      operationId: 'reconnect',
      tags,
      summary: '接着收一段对话的消息',
      security,
      parameters: [conversation, watermark],
      responses: { 200: jsonAnswer('对话和收消息的地址', 'Begun'), ...refused(401, 403, 404, 429) },
    },
  },
  [`${root}/conversations/{id}/activities`]: {
    get: {
      operationId: 'readActivities',
      tags,
      summary: '读 watermark 之后的消息',
      description: '对一条消息的几条答复一起出现。每秒 20 次以内不限速。',
      security,
      parameters: [conversation, watermark],
      responses: { 200: jsonAnswer('消息', 'ActivitySet'), ...refused(401, 403, 404, 429) },
    },
    post: {
      operationId: 'postActivity',
      tags,
      summary: '说一句话',
      description: '2xx 表示已经保存，重启也不会丢；同一个 id 再发一次没有第二次效果。文字最多 4000 个字符。',
      security,
      parameters: [conversation],
      requestBody: jsonBody('Activity', { begin: { summary: '开始自查', value: activityExample } }),
      responses: { 200: jsonAnswer('已保存', 'Posted'), ...refused(400, 401, 403, 404, 413, 415, 429, 503) },
    },
  },
  '/chat/token': {
    post: {
      operationId: 'pageToken',
      tags,
      summary: '网页对话用的令牌',
      description: '没有人说过话的对话不保存。',
      security: [],
      requestBody: jsonBody('PageTokenRequest', undefined, false),
      responses: { 200: jsonAnswer('令牌', 'PageToken'), ...refused(400, 401, 413, 415, 429) },
    },
  },
};
