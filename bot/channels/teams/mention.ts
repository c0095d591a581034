/** What was said, without the name by which the bot was called: in groups Teams puts `<at>name</at>` before it. */
import { z } from 'zod';
import type { TeamsActivity } from './activity.ts';

const mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string().min(1).max(500),
  mentioned: z.looseObject({ id: z.string() }),
});

const tags = /<at\b[^<>]{0,400}>([^<>]{0,400})<\/at>/gi;

/** The text as the person typed it; undefined where there is none. Other people's names stay. */
export function spokenText({ text, entities = [], recipient }: TeamsActivity): string | undefined {
  if (text === undefined) return undefined;
  const own = entities.flatMap((each) => {
    const found = mention.safeParse(each).data;
    return found && found.mentioned.id === recipient?.id ? found.text : [];
  });
  // The longest first: one may be the beginning of another.
  const without = own
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, each) => rest.replaceAll(each, ' '), text);
  const name = recipient?.name?.trim();
  const plain = without.replace(tags, (_whole, called: string) => (called.trim() === name ? ' ' : called));
  // Elsewhere than in Teams a name is typed.
  const called = name && plain.trimStart().startsWith(`@${name}`) ? plain.trimStart().slice(name.length + 1) : plain;
  return called.replaceAll('\u00a0', ' ').trim();
}
