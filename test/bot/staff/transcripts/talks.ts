/** Conversations for the room of the transcripts: as people have them, and as nobody should. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { presentActivity } from '../../../../bot/channels/present.ts';
import { hall } from '../../../../bot/hall.ts';
import { createLog } from '../../../../bot/log.ts';
import { embeddedStore } from '../../../../state/lowdb/index.ts';
import type { TranscriptLine } from '../../../../state/transcript.ts';
import { interviewed, personas } from '../../../support/applicant.ts';
import { repliesTo } from '../../../support/hallTalk.ts';

/** An id with everything in it that a path may stumble over. */
export const oddId = '19:a/b?c#d%2F e&f=…@thread.tacv2;messageid=1684000000000';

/** What must be shown as text, each on a line of its own. */
export const hostile = [
  '<script>document.title = "taken"</script><img src=x onerror="document.title=1">',
  '=HYPERLINK("http://evil.example","点我")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1)',
  '\t=1+1',
  '**粗体** [链接](javascript:alert(1)) # 标题 `code`',
  '付款给\u202e乙公司\u202c，不是甲公司\u2066x\u2069',
  'constructor',
  '__proto__',
  'A'.repeat(4000),
  '长'.repeat(4000),
  '控制\u0007字符\u0000和\ud800半个字',
  `问${'😀'.repeat(150)}`,
  '_x0041_ &amp; &lt;b&gt;',
];

export const hostileId = 'hostile';
export const longId = 'long';

/**
 * A folder with: seven whole interviews (`talk-1` …) on several channels, one each hour; `asked`, with questions that the guide answers and does
 * not; `odd`, a conversation with an odd id; and, with `more`, hostile words and 2,000 lines.
 */
export async function talksFolder(more?: 'hostile'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guohe-transcripts-'));
  const store = embeddedStore(folder);
  const clock = { now: new Date('2023-05-08T01:00:00Z') };
  const conversations = hall({
    store,
    log: createLog('silent'),
    guideId: 'jx-intl-2023',
    now: () => clock.now,
    timeZone: 'Asia/Shanghai',
    retentionDays: 180,
    present: presentActivity,
  });
  let count = 0;
  const talker = (conversation: string, channel: string) => async (text: string) => {
    count += 1;
    const id = `m${count}`;
    clock.now = new Date(clock.now.getTime() + 20_000);
    await conversations.accept({
      id,
      channel,
      conversation,
      from: { id: 'u1', name: '来信人' },
      type: 'message',
      text,
    });
    await conversations.idle(conversation);
    return repliesTo(id, await conversations.read(conversation, 0));
  };
  const channels = ['directline', 'msteams', 'wecom', 'wecomKf'];
  for (const [at, persona] of personas.slice(0, 7).entries()) {
    clock.now = new Date(Date.UTC(2023, 4, 1 + at, 1));
    await interviewed(persona, talker(`talk-${at + 1}`, channels[at % 4] ?? ''));
  }
  clock.now = new Date('2023-05-08T01:00:00Z');
  for (const text of [
    '负责人的年龄有什么要求？',
    '专利申请费能不能从经费里列支？',
    '今天南昌天气怎么样？',
    '附1里有日本吗',
  ])
    await talker('asked', 'directline')(text);
  await talker(oddId, 'msteams')('附2里有高松市吗？');
  if (more) {
    for (const text of hostile) await talker(hostileId, 'wecom')(text.slice(0, 4000));
    await store.transcripts.append(hostileId, 'wecom', hostileLines());
    await store.transcripts.append(longId, 'webchat', longLines());
  }
  await store.close();
  return folder;
}

/** What no person can say by a channel, but a line may hold all the same. */
function hostileLines(): Omit<TranscriptLine, 'seq'>[] {
  return hostile.map((text, at) => ({
    at: new Date(Date.UTC(2023, 4, 8, 3, 0, at)).toISOString(),
    from: 'bot' as const,
    activity: {
      id: `hostile-${at}`,
      type: 'message',
      text,
      suggestedActions: { actions: [{ type: 'imBack', title: text.slice(0, 300), value: text }] },
    },
    guide: text.slice(0, 200),
    overlay: text.slice(0, 200),
    questionId: text.slice(0, 200),
    ruleIds: [text.slice(0, 200)],
    factsSet: [text.slice(0, 200)],
    citations: [{ clause: text.slice(0, 200), quote: text }],
    answerStatus: text.slice(0, 200),
    verdict: text.slice(0, 200),
  }));
}

/** 2,000 lines, 赣江 in every 400th. */
function longLines(): Omit<TranscriptLine, 'seq'>[] {
  return Array.from({ length: 2000 }, (_, at) => ({
    at: new Date(Date.UTC(2023, 4, 7, 0, 0, at * 10)).toISOString(),
    from: at % 2 === 0 ? ('person' as const) : ('bot' as const),
    activity: { id: `l${at}`, type: 'message', text: at % 400 === 0 ? `第 ${at} 句，说到赣江` : `第 ${at} 句` },
    guide: 'jx-intl-2023',
    overlay: null,
  }));
}
