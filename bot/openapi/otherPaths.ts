/** What people and machines fetch: the take-away checklist, own data, and what monitoring asks. */
import { jsonAnswer, refused, seldomRefused } from './parts.ts';

const name = (description: string, pattern: string) => ({
  name: 'name',
  in: 'path',
  required: true,
  description,
  schema: { type: 'string', pattern },
});
const monitoring = ['监控'];
const forPeople = ['带走的'];
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const otherPaths = {
  '/checklists/{name}': {
    get: {
      operationId: 'checklist',
      tags: forPeople,
      summary: '结论的清单，打印或保存',
      description: '编号猜不出来，拿到链接的人都能打开，7 天后失效。编号后面加 .docx 得到 Word 文件。',
      security: [],
      parameters: [name('编号，或编号.docx', '^[A-Za-z0-9_-]{32}(\\.docx)?$')],
      responses: {
        200: {
          description: '清单',
          content: {
            'text/html': { schema: { type: 'string' } },
            [wordType]: { schema: { type: 'string', format: 'binary' } },
          },
        },
        ...refused(404, 429),
      },
    },
  },
  '/exports/{name}': {
    get: {
      operationId: 'ownData',
      tags: forPeople,
      summary: '申请人自己的数据',
      description: '在对话里回复“导出我的数据”得到链接，1 天后失效。',
      security: [],
      parameters: [name('编号.json', '^[A-Za-z0-9_-]{32}\\.json$')],
      responses: {
        200: {
          description: '这段对话里保存的全部内容',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
        ...refused(404, 429),
      },
    },
  },
  '/healthz': {
    get: {
      operationId: 'health',
      tags: monitoring,
      summary: '进程在',
      security: [],
      responses: { 200: jsonAnswer('在', 'Health'), ...seldomRefused },
    },
  },
  '/readyz': {
    get: {
      operationId: 'readiness',
      tags: monitoring,
      summary: '可以接待：存储读写正常，没有在停止',
      security: [],
      responses: {
        200: jsonAnswer('可以', 'Readiness'),
        503: jsonAnswer('现在不行', 'Readiness'),
        ...seldomRefused,
      },
    },
  },
  '/metrics': {
    get: {
      operationId: 'metrics',
      tags: monitoring,
      summary: '监控指标，Prometheus 的文本格式',
      description: '设置了 METRICS_KEY 要带它；没有设置时只对本机开放，其他地方等于没有这个地址。',
      security: [{ metricsKey: [] }],
      responses: {
        200: { description: '指标', content: { 'text/plain': { schema: { type: 'string' } } } },
        ...refused(401, 404),
      },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'description',
      tags: monitoring,
      summary: '这份文档',
      security: [],
      responses: {
        200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } },
        ...seldomRefused,
      },
    },
  },
};
