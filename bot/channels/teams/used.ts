/** A message whose card was used: the question and what was chosen, no buttons that could spoil a newer answer. */
import { z } from 'zod';
import { say } from '../../../knowledge/language.ts';
import type { Element } from '../cardParts.ts';
import type { Message } from '../channel.ts';
import { choicesId, chosenLine } from './cardChoices.ts';
import { cardWords } from './cardWords.ts';

const adaptive = z.looseObject({ content: z.looseObject({ body: z.array(z.record(z.string(), z.unknown())) }) });
const ticks = z.looseObject({
  id: z.literal('picked'),
  choices: z.array(z.object({ title: z.string(), value: z.string() })),
});
const button = z.looseObject({
  type: z.literal('Action.Submit'),
  title: z.string(),
  data: z.looseObject({ text: z.string() }),
});

/** @param chosen undefined when the button was an old one */
export function used({ suggestedActions: _gone, ...message }: Message, chosen: string | undefined): Message {
  const words = cardWords('zh');
  return {
    ...message,
    ...(message.attachments && {
      attachments: message.attachments.map((attachment) => {
        const { content, ...rest } = adaptive.safeParse(attachment).data ?? {};
        if (!content) return attachment;
        const body = content.body.map((part) =>
          part.id === choicesId
            ? chosenLine(chosen === undefined ? words.old : say(words.chosen, { choice: namesOf(part, chosen) }))
            : part,
        );
        return { ...attachment, ...rest, content: { ...content, body } };
      }),
    }),
  };
}

/** What was chosen by its name: of numbers that were ticked, and of a row that says more than its answer. */
function namesOf(part: Element, chosen: string): string {
  const list = partsIn(part).flatMap((each) => ticks.safeParse(each).data?.choices ?? []);
  const row = partsIn(part).flatMap((each) => button.safeParse(each).data ?? []);
  const named = (said: string): string =>
    list.find(({ value }) => value === said)?.title ?? row.find(({ data }) => data.text === said)?.title ?? said;
  return chosen.split('、').map(named).join('、');
}

/** The element and all that is in it. */
function partsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(partsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(partsIn)];
}
