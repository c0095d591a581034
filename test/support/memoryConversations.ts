/** Conversations in memory with a bot of a few lines: lets the channels be tried without state and dialogs. */
import type { Conversations, Incoming } from '../../bot/conversations.ts';
import type { TranscriptLine } from '../../state/transcript.ts';

type Said = Record<string, unknown>;
type Line = { from: 'person' | 'bot'; activity: Said };

export interface MemoryConversations extends Conversations {
  /** How many activities had an effect. */
  effects(): number;
}

const at = '2023-05-08T01:00:00.000Z';
const choices = (...labels: string[]): Said => ({
  suggestedActions: { actions: labels.map((title) => ({ type: 'imBack', title, value: title })) },
});
const greetingLines: Said[] = [
  { type: 'message', text: '您好，我是国合申报助手。\n对话会保存，供工作人员复核。请不要发身份证号、银行账号。' },
  { type: 'message', text: '想先做什么？', ...choices('开始自查', '我有问题') },
];
const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  lang: 'zh',
  body: [
    { type: 'TextBlock', text: '补齐 1 项后可以申报', size: 'Large', weight: 'Bolder', wrap: true },
    { type: 'TextBlock', text: '协议是英文的，须附中文翻译件，并在翻译件上盖公章。'.repeat(3), wrap: true },
  ],
  actions: [{ type: 'Action.Submit', title: '修改', data: { cmd: 'edit' } }],
};

function answer(incoming: Incoming): Said[] {
  const { text = '' } = incoming;
  if (text === '开始自查') {
    const question = { id: 'unit.kind', topic: 'unit', index: 3, total: 23 };
    return [
      { type: 'message', text: '好的。' },
      { type: 'message', text: '申报单位是哪一类？', channelData: { question }, ...choices('企业', '高等学校') },
    ];
  }
  if (text === '结论') {
    const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
    return [{ type: 'message', text: '补齐 1 项后可以申报', attachments: [attachment] }];
  }
  if (text === '' && incoming.value !== undefined) return [{ type: 'message', text: JSON.stringify(incoming.value) }];
  return [{ type: 'message', text: `您说：${text}` }];
}

const numbered = (lines: Line[], after: number): TranscriptLine[] =>
  lines.map((line, index) => ({ ...line, seq: after + index + 1, at, guide: 'jx-intl-2023', overlay: null }));

function heard({ channel, conversation, ...activity }: Incoming): Line {
  return { from: 'person', activity };
}

/** `answerTo` and `greets` stand in for the bot; a test may bring its own. */
export function memoryConversations(answerTo = answer, greets = greetingLines): MemoryConversations {
  const transcripts = new Map<string, TranscriptLine[]>();
  const listeners = new Map<string, Set<(lines: TranscriptLine[]) => void>>();
  let working: Promise<void> = Promise.resolve();
  let effects = 0;
  const greeting = () =>
    numbered(
      greets.map((activity) => ({ from: 'bot', activity })),
      0,
    );

  function append(conversation: string, lines: Line[]): void {
    const before = transcripts.get(conversation) ?? greeting();
    const added = numbered(lines, before.length);
    transcripts.set(conversation, [...before, ...added]);
    for (const listener of listeners.get(conversation) ?? []) listener(added);
  }

  return {
    greeting: async () => greeting(),
    async accept(incoming) {
      const { conversation, id } = incoming;
      const lines = transcripts.get(conversation) ?? [];
      if (lines.some((line) => line.from === 'person' && line.activity.id === id)) return 'repeated';
      effects += 1;
      append(conversation, [heard(incoming)]);
      working = working.then(async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        const replies = answerTo(incoming).map((said): Line => ({ from: 'bot', activity: { ...said, replyToId: id } }));
        append(conversation, replies);
      });
      return 'accepted';
    },
    staff: async () => 'unknown',
    silent: async () => false,
    language: async () => 'zh',
    read: async (conversation, afterSeq) => (transcripts.get(conversation) ?? []).filter((line) => line.seq > afterSeq),
    exists: async (conversation) => transcripts.has(conversation),
    subscribe(conversation, listener) {
      const own = listeners.get(conversation) ?? new Set();
      listeners.set(conversation, own.add(listener));
      return () => void own.delete(listener);
    },
    idle: () => working,
    effects: () => effects,
  };
}
