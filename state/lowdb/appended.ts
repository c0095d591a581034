/** Lines that no turn made, and the removal of a transcript: what other software asks of a home of transcripts. */
import { hashOf } from '../hash.ts';
import type { Shelf } from '../shelf.ts';
import type { Transcripts } from '../transcripts.ts';
import type { OpenTalks } from './open.ts';
import type { Parts } from './parts.ts';

export function appendedTo(parts: Parts, open: OpenTalks, shelf: Shelf): Pick<Transcripts, 'append' | 'remove'> {
  const { inOrder, transcripts } = parts;
  return {
    append: (conversation, channel, lines) =>
      inOrder.run(hashOf(conversation), async () => {
        const here = await open.open(conversation);
        try {
          await open.flush(conversation, here);
          const isNew = ({ activity: { id } }: { activity: Record<string, unknown> }): boolean => {
            if (id === undefined) return true;
            const known = here.taken.has(String(id));
            here.taken.add(String(id));
            return !known;
          };
          const added = lines.filter(isNew).map((line, at) => ({ ...line, seq: here.lastSeq + at + 1 }));
          await transcripts.append({ conversation, channel, begins: here.begins }, added);
          if (added.length === 0) return;
          Object.assign(here, { begins: false, blank: false, channel: here.channel || channel });
          here.lastSeq += added.length;
          here.writtenSeq = Math.max(here.writtenSeq, here.lastSeq);
        } catch (error) {
          open.forget(conversation);
          throw error;
        }
      }),
    async remove(conversation) {
      await shelf.retire(shelf.nameOf(conversation), () => true);
    },
  };
}
