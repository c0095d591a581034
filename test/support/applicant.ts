/**
 * A person who is interviewed: answers each question by its topic with what they would say, repeats themselves at most
 * once, and gives a question up at the third ask. Whatever carries the talk (hall, Direct Line, browser) is `say`.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const questionMark = z.strictObject({
  id: z.string().min(1),
  topic: z.string(),
  index: z.number().int().positive(),
  total: z.number().int().positive(),
});
const assessment = z.looseObject({
  verdict: z.enum(['ready', 'fixable', 'needs-confirmation', 'not-eligible']),
  failedRules: z.array(z.string()),
  missingItems: z.array(z.string()),
  toConfirm: z.array(z.string()),
  preferences: z.array(z.looseObject({ entry: z.string(), status: z.string() })),
});
const message = z.looseObject({
  text: z.string(),
  replyToId: z.string().optional(),
  suggestedActions: z.looseObject({ actions: z.array(z.looseObject({ title: z.string() })) }).optional(),
  channelData: z.looseObject({ question: questionMark.optional(), assessment: assessment.optional() }).optional(),
});

/** A message of the bot, whatever channel brought it. */
export type Message = z.output<typeof message>;
export type Assessed = z.output<typeof assessment>;

/** The activity as a message of the bot; fails where its shape is not what the channel promises. */
export const messageOf = (activity: unknown): Message => message.parse(activity);
export const choicesOf = ({ suggestedActions }: Message): string[] =>
  suggestedActions?.actions.map(({ title }) => title) ?? [];

export interface Persona {
  id: string;
  /** What they say by topic; the second sentence answers the second ask. */
  answers: ReadonlyMap<string, readonly string[]>;
  /** The same case as facts of the API. */
  facts: Record<string, unknown>;
  expected: Assessed;
}

const examples = z
  .object({
    scenarios: z.array(
      z.object({
        id: z.string(),
        facts: z.record(z.string(), z.unknown()),
        narrative: z.array(z.object({ topic: z.string(), say: z.string() })),
        expected: assessment,
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('../eval/scenarios-examples.json', import.meta.url), 'utf8')));

export const personas: Persona[] = examples.scenarios.map(({ id, facts, narrative, expected }) => {
  const answers = Map.groupBy(narrative, ({ topic }) => topic);
  return {
    id,
    facts,
    expected,
    answers: new Map([...answers].map(([topic, said]) => [topic, said.map((each) => each.say)])),
  };
});

/** The example of that id. */
export function personaOf(id: string): Persona {
  const found = personas.find((each) => each.id === id);
  if (!found) throw new Error(`no example ${id}`);
  return found;
}

/** What the person says when a topic is asked for the nth time. */
function answersOf({ answers }: Persona): (topic: string) => string {
  const asked = new Map<string, number>();
  return (topic) => {
    const time = asked.get(topic) ?? 0;
    asked.set(topic, time + 1);
    const said = answers.get(topic) ?? [];
    return (time < 2 && (said[time] ?? said.at(-1))) || '跳过';
  };
}

export interface Interview {
  /** Everything that the bot said, in order. */
  heard: Message[];
  /** Each question with what the person answered. */
  asked: { id: string; topic: string; said: string }[];
  assessment: Assessed | undefined;
}

type Say = (text: string) => Promise<Message[]>;
const longestInterview = 120;

/** The question that stands open after these messages; two at once would leave the person in doubt. */
export function openQuestion(heard: readonly Message[]): z.output<typeof questionMark> | undefined {
  const questions = heard.flatMap(({ channelData }) => channelData?.question ?? []);
  if (questions.length > 1) throw new Error(`asked together: ${questions.map(({ id }) => id).join()}`);
  return questions[0];
}

/** Goes through the interview from `first` (what opens or resumes it) to the verdict, or until `until` is asked. */
export async function interviewed(persona: Persona, say: Say, first = '开始自查', until?: string): Promise<Interview> {
  const answer = answersOf(persona);
  const talk: Interview = { heard: [], asked: [], assessment: undefined };
  let text = first;
  while (talk.asked.length < longestInterview) {
    const heard = await say(text);
    talk.heard.push(...heard);
    talk.assessment = heard.flatMap(({ channelData }) => channelData?.assessment ?? []).at(-1);
    const question = openQuestion(heard);
    if (talk.assessment || !question || question.topic === until) return talk;
    text = answer(question.topic);
    talk.asked.push({ id: question.id, topic: question.topic, said: text });
  }
  throw new Error(`no verdict after ${longestInterview} questions, the last: ${talk.asked.at(-1)?.id}`);
}
