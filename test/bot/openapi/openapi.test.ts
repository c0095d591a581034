import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { batchMost } from '../../../bot/api/assessments.ts';
import { openApi } from '../../../bot/openapi/document.ts';
import {
  activityExample,
  askExample,
  assessmentExample,
  batchExample,
  zammadExample,
} from '../../../bot/openapi/examples.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { dataFolder } from '../../support/hallTalk.ts';
import { description, findings, misdescribed, type Real } from '../../support/openApi.ts';
import { realService } from '../../support/realService.ts';

const secret = 'a secret that Zammad knows';
const env = { HELPDESK_WEBHOOK_SECRET: secret };

const open = async () => realService(await dataFolder(), env);

const examples = z.record(z.string(), z.object({ value: z.unknown() }));
const withExamples = z.object({
  requestBody: z
    .object({ content: z.object({ 'application/json': z.object({ examples: examples.optional() }) }) })
    .optional(),
});

/** Asks, and keeps what came as the document should describe it. */
function caller(url: string) {
  const real: Real[] = [];
  async function ask(
    method: string,
    path: string,
    sent: { at?: string; body?: unknown; headers?: Record<string, string> } = {},
  ) {
    const { at = path, body, headers } = sent;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(url + at, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body !== undefined && { body: text }),
    });
    const came = await response.text();
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    const isJson = /json$/.test(type);
    const answer: unknown = isJson ? JSON.parse(came) : came;
    if (came !== '') real.push({ method, path, status: response.status, type, body: answer });
    return { status: response.status, answer, headers: response.headers };
  }
  return { ask, real };
}

const document = description.parse(JSON.parse(JSON.stringify(openApi(packageJson.version))));

test('the description is OpenAPI 3.1 in which the linter finds nothing', async () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  const { url } = await open();
  expect(await (await fetch(`${url}/openapi.json`)).json()).toEqual(document);
  expect(await findings(document)).toEqual([]);
});

test('the linter would find a wrong example, a status without an answer and an undefined schema', async () => {
  const wrong = structuredClone(document);
  const ask = wrong.paths['/api/v1/ask']?.post;
  if (!ask) throw new Error('nothing of ask');
  Object.assign(ask, { requestBody: { content: { 'application/json': { schema: { type: 'string' }, example: 7 } } } });
  ask.responses = { 200: { description: 'x', content: { 'application/json': { schema: { $ref: '#/nowhere' } } } } };
  const found = (await findings(wrong)).join('\n');
  expect(found).toContain('no-invalid-media-type-examples');
  expect(found).toContain('operation-4xx-response');
  expect(found).toContain('no-unresolved-refs');
});

test('what a running service answers, and how it refuses, is as described', async () => {
  const { url } = await open();
  const { ask, real } = caller(url);
  const post = (path: string, body: unknown, headers = {}) => ask('POST', path, { body, headers });
  const signed = (body: unknown) => {
    const raw = JSON.stringify(body);
    return { 'X-Hub-Signature': `sha1=${createHmac('sha1', secret).update(raw).digest('hex')}` };
  };

  const answered = await post('/api/v1/ask', askExample);
  expect(answered).toMatchObject({
    status: 200,
    answer: { status: 'answered', conversation: askExample.conversation },
  });
  for (const question of ['今天天气怎么样', '方向', '怎么造假能通过'])
    expect((await post('/api/v1/ask', { question })).status).toBe(200);
  await post('/api/v1/ask', { question: '资助多少', externalId: 'T-1' });
  expect((await post('/api/v1/ask', { question: '年龄', externalId: 'T-1' })).status).toBe(409);
  for (const body of [{ question: '' }, { question: 'x'.repeat(4001) }, { question: '年龄', more: 1 }])
    expect((await post('/api/v1/ask', body)).status).toBe(422);
  expect((await post('/api/v1/ask', '{')).status).toBe(400);
  expect((await post('/api/v1/ask', 'x', { 'Content-Type': 'text/plain' })).status).toBe(415);

  const company = await post('/api/v1/assessments', assessmentExample);
  expect(company).toMatchObject({ status: 200, answer: { verdict: 'needs-confirmation', failedRules: [] } });
  expect((await post('/api/v1/assessments', { facts: {} })).status).toBe(200);
  expect((await post('/api/v1/assessments', { facts: { unit: { kind: 'castle' } } })).status).toBe(422);
  const two = await post('/api/v1/assessments/batch', batchExample);
  expect(two).toMatchObject({
    status: 200,
    answer: {
      items: [
        { id: 'A-01', assessment: { verdict: expect.any(String) } },
        { id: 'A-02', problem: { status: 422, errors: [{ path: 'facts.lead.birthDate' }] } },
      ],
    },
  });
  expect((await post('/api/v1/assessments/batch', { items: Array(batchMost + 1).fill({}) })).status).toBe(422);

  const webhook = '/api/v1/webhooks/zammad';
  expect(await post(webhook, zammadExample, signed(zammadExample))).toMatchObject({
    status: 200,
    answer: { ticket_id: 77 },
  });
  expect((await post(webhook, zammadExample)).status).toBe(401);
  const internal = { article: { ticket_id: 1, internal: true } };
  expect((await post(webhook, internal, signed(internal))).status).toBe(204);

  for (const path of ['/healthz', '/readyz', '/metrics', '/openapi.json'])
    expect((await ask('GET', path)).status).toBe(200);
  for (const [path, at] of [
    ['/checklists/{name}', '/checklists/nothing'],
    ['/exports/{name}', '/exports/nothing.json'],
  ] as const)
    expect((await ask('GET', path, { at })).status).toBe(404);
  await talk(url, ask);

  expect(await misdescribed(document, real)).toEqual([]);
});

/** A talk over Direct Line, with a question of the interview, an answer from the guide and the refusals. */
async function talk(url: string, ask: ReturnType<typeof caller>['ask']): Promise<void> {
  const root = '/v3/directline';
  const page = (await ask('POST', '/chat/token')).answer;
  await ask('POST', '/chat/token', { body: { resume: Object(page).resume } });
  const { token } = Object((await ask('POST', `${root}/tokens/generate`)).answer);
  const headers = { Authorization: `Bearer ${token}` };
  await ask('POST', `${root}/tokens/refresh`, { headers });
  const begun = await ask('POST', `${root}/conversations`, { headers });
  expect(begun.status).toBe(201);
  const { conversationId } = Object(begun.answer);
  const one = `${root}/conversations/{id}`;
  const at = `${root}/conversations/${conversationId}`;
  for (const body of [activityExample, { ...activityExample, text: '负责人年龄有什么要求？' }]) {
    expect((await ask('POST', `${one}/activities`, { at: `${at}/activities`, body, headers })).status).toBe(200);
  }
  await expect
    .poll(async () => (await fetch(`${url}${at}/activities`, { headers })).text())
    .toContain('"answer":{"status"');
  const read = await ask('GET', `${one}/activities`, { at: `${at}/activities`, headers });
  expect(JSON.stringify(read.answer)).toMatch(/"question":\{"id".*"answer":\{"status"/);
  await ask('GET', one, { at, headers });
  for (const body of [[], { type: 'party' }, { type: 'message', value: 'x'.repeat(20_000) }])
    await ask('POST', `${one}/activities`, { at: `${at}/activities`, body, headers });
  await ask('GET', one, { at: `${root}/conversations/nobody`, headers });
  await ask('GET', one, { at, headers: { Authorization: 'Bearer wrong' } });
}

test('a status or a member that is not described is found', async () => {
  const body = { status: 'ok', more: 1 };
  const wrong = [
    { method: 'GET', path: '/healthz', status: 200, type: 'application/json', body },
    { method: 'GET', path: '/healthz', status: 302, type: 'text/html', body: '' },
  ];
  const found = (await misdescribed(document, wrong)).join('\n');
  expect(found).toContain('more');
  expect(found).toContain('no 302 text/html');
});

test('every example in the description is one that is posted here', () => {
  const { paths } = z.object({ paths: z.record(z.string(), z.record(z.string(), withExamples)) }).parse(document);
  const examples = Object.values(paths).flatMap((operations) =>
    Object.values(operations).flatMap(({ requestBody }) =>
      Object.values(requestBody?.content['application/json'].examples ?? {}).map(({ value }) => value),
    ),
  );
  expect(examples).toEqual([askExample, assessmentExample, batchExample, zammadExample, activityExample]);
});

test('facts are described by the form that reads them, dates and money in their units', () => {
  expect(document).toMatchObject({
    components: {
      schemas: {
        AssessmentRequest: { properties: { facts: { $ref: '#/components/schemas/Facts' } }, required: ['facts'] },
        AskRequest: {
          properties: { question: { type: 'string', maxLength: 4000 } },
          required: ['question'],
          additionalProperties: false,
        },
        Answer: { properties: { status: { enum: ['answered', 'clarify', 'not-in-guide', 'declined'] } } },
      },
    },
  });
});
