/** Activities as Teams posts them, with anything in the place of some of their parts, signed well or not; and what must hold of each. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { groupChat, personal, teamsActivities, thread } from './teamsActivities.ts';
import { strangersKey, unendorsedKey } from './teamsIssuer.ts';
import type { teamsService } from './teamsService.ts';

type Service = Awaited<ReturnType<typeof teamsService>>;
type Fields = Record<string, unknown>;
/** Indexes into the members of what is there, and what is put there. */
type Change = [path: number[], next: unknown];

const said = fc.oneof(
  fc.constantFrom(
    '开始自查',
    '负责人本人',
    '企业',
    '结论',
    '我的数据',
    '删除我的数据',
    '更多',
    '1',
    '1、3',
    '负责人年龄有什么要求？',
    '<at>国合申报助手</at> 给多少钱？',
    '<at><at></at>@国合申报助手',
    '1965年2月30日',
    '\u0000',
    '\ud800',
    '​ ',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constant('字'.repeat(5000)),
);
const question = fc.constantFrom('unit.kind', 'behalf', 'lead.birthDate', '', '__proto__', 'x'.repeat(500));
const pressed = fc.record({ text: said, question, card: said, picked: said }, { requiredKeys: [] });
const html = fc.oneof(
  said,
  fc
    .array(fc.constantFrom('<p>', '</p>', '<br>', '<!--', '-->', '<script>', '&lt;', '&#0;', '年龄有什么要求？', '<'))
    .map((parts) => parts.join('')),
);
const names = fc.constantFrom(
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
  'composeExtension/query',
  'composeExtension/queryLink',
  'adaptiveCard/action',
  'task/fetch',
  'signin/tokenExchange',
  'signin/verifyState',
  'fileConsent/invoke',
  'constructor',
  '',
);
const asked = fc.record(
  {
    commandId: said,
    messagePayload: fc.record({
      body: fc.record({ contentType: fc.constantFrom('html', 'text', 'x'), content: html }),
    }),
    data: fc.record({ step: fc.constantFrom('insert', 'draft', 'x'), asked: said }, { requiredKeys: [] }),
    parameters: fc.array(fc.record({ name: said, value: said }), { maxLength: 3 }),
    action: fc.record({ type: said, verb: said }),
  },
  { requiredKeys: [] },
);

/** What each kind carries; the rest is common to all. */
const kinds: fc.Arbitrary<[string, Fields]> = fc.oneof(
  { weight: 4, arbitrary: said.map((text): [string, Fields] => ['message', { text, textFormat: 'plain' }]) },
  { weight: 3, arbitrary: pressed.map((value): [string, Fields] => ['message', { value, replyToId: 'card' }]) },
  {
    weight: 3,
    arbitrary: fc.tuple(names, asked).map(([name, value]): [string, Fields] => ['invoke', { name, value }]),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('add', 'remove', 'add-upgrade', 'x')
      .map((action): [string, Fields] => ['installationUpdate', { action }]),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<Fields>(
        { membersAdded: [{ id: '29:1person' }] },
        { membersAdded: [{ id: '28:11111111-2222-3333-4444-555555555555' }] },
        { membersRemoved: [{ id: '28:11111111-2222-3333-4444-555555555555' }] },
        { channelData: { eventType: 'channelRenamed' } },
      )
      .map((fields): [string, Fields] => ['conversationUpdate', fields]),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        'messageUpdate',
        'messageDelete',
        'messageReaction',
        'typing',
        'event',
        'endOfConversation',
        'trace',
      )
      .map((type): [string, Fields] => [type, { text: '开始自查', channelData: { eventType: 'editMessage' } }]),
  },
);

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -1,
    Number.MAX_VALUE,
    '',
    [],
    {},
    [[]],
    { id: {} },
    '\u0000',
    '\ud800',
    'x'.repeat(5000),
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

const change: fc.Arbitrary<Change> = fc.tuple(fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }), odd);

function changed(value: unknown, [at = 0, ...inner]: readonly number[], next: unknown): unknown {
  if (typeof value !== 'object' || value === null) return next;
  const keys = Object.keys(value);
  const key = keys[at % Math.max(1, keys.length)];
  if (key === undefined) return next;
  const held: unknown = Reflect.get(value, key);
  const put = inner.length > 0 ? changed(held, inner, next) : next;
  return Array.isArray(value) ? value.with(Number(key), put) : { ...value, [key]: put };
}

/** Enough of them that none grows long. */
const places: Fields[] = Array.from({ length: 25 }, (_, at) => [
  { ...personal, id: `a:1personal-${at}` },
  { ...groupChat, id: `19:group-${at}@thread.v2` },
  thread(String(at)),
]).flat();
const forgeries = fc.constantFrom('none', 'audience', 'expired', 'stranger', 'unendorsed', 'unsigned', 'url');

const fuzzed = fc.record({
  kind: kinds,
  place: fc.constantFrom(...places),
  changes: fc.oneof(
    { weight: 2, arbitrary: fc.constant<Change[]>([]) },
    { weight: 5, arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }) },
  ),
  wait: fc.integer({ min: 0, max: 4 }).map((at) => at === 0),
  forged: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: forgeries }),
});

function forgedHeader(how: string, { issuer }: Service, serviceUrl: string): string {
  switch (how) {
    case 'none':
      return '';
    case 'audience':
      return issuer.bearer(serviceUrl, { aud: 'x' });
    case 'expired':
      return issuer.bearer(serviceUrl, { exp: 1 });
    case 'stranger':
      return issuer.bearer(serviceUrl, {}, { key: strangersKey });
    case 'unendorsed':
      return issuer.bearer(serviceUrl, {}, { kid: 'unendorsed', key: unendorsedKey });
    case 'unsigned':
      return issuer.bearer(serviceUrl, {}, { alg: 'none' });
    default:
      return issuer.bearer('https://other.example/');
  }
}

export interface Counted {
  /** How many were answered with each status. */
  statuses: Record<string, number>;
  forged: number;
}

/** Posts so many, one after the other; fails at the first that does what it must not. */
export async function postFuzzed(service: Service, numRuns: number, seed: number): Promise<Counted> {
  const { of } = teamsActivities(service.serviceUrl);
  const counted: Counted = { statuses: {}, forged: 0 };
  await fc.assert(
    fc.asyncProperty(fuzzed, async ({ kind: [type, fields], place, changes, wait, forged }) => {
      const prefix = forged ? 'forged-' : '';
      const whole = of(type, {
        ...fields,
        conversation: { ...place, id: `${prefix}${place.id}` },
        ...(wait && { deliveryMode: 'expectReplies' }),
      });
      const activity = changes.reduce<unknown>((value, [path, next]) => changed(value, path, next), whole);
      // The token is for where the replies go, whatever the activity says.
      const headers = forged ? { Authorization: forgedHeader(forged, service, service.serviceUrl) } : {};
      const { status, text } = await service.post(activity as Fields, headers);
      counted.statuses[status] = (counted.statuses[status] ?? 0) + 1;
      if (forged) counted.forged += 1;
      expect(status, text).toBeLessThan(500);
      if (forged) expect(status).toBe(401);
      expect(text).not.toMatch(/TypeError|Cannot read|node_modules|ENOENT|ZodError|jwt|at \//);
    }),
    { numRuns, seed, endOnFailure: true },
  );
  return counted;
}

/** Afterwards: nothing threw, forged ones left no trace, and a person is answered as always. */
export async function expectUnharmed(service: Service): Promise<void> {
  const { post, received, conversations, store, log, serviceUrl } = service;
  await conversations.idle();
  const trouble = /TypeError|activity not answered|turn failed|teams turn|not committed|reply not sent|unhandled/i;
  const lines = log().split('\n');
  expect(lines.filter((line) => trouble.test(line))).toEqual([]);
  expect(received.filter(({ path }) => path.includes('forged-'))).toEqual([]);
  for (const place of places) expect(await conversations.exists(`teams:forged-${place.id}`)).toBe(false);
  for await (const each of store.documents.list('teams-reference')) expect(each.id).not.toContain('forged-');
  const { message } = teamsActivities(serviceUrl);
  const question = message('负责人的年龄有什么要求？', { conversation: { ...personal, id: 'a:after' } }, 'after');
  expect((await post(question)).status).toBe(200);
  await expect.poll(() => received.filter(({ path }) => path.includes('a%3Aafter')).length).toBeGreaterThan(0);
}
