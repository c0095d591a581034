/** A message in a conversation that several people read: only questions about the guide are answered, and nothing of anybody is kept. */

import { say } from '../knowledge/language.ts';
import { commandOf } from './commands.ts';
import { basisOf, consultation, wantsPerson } from './consult.ts';
import { asksForPerson } from './handoverTurn.ts';
import { handoverWords } from './handoverWords.ts';
import { namingGuide } from './newer.ts';
import { ownDataCommandOf } from './ownDataCommand.ts';
import type { Reply } from './reply.ts';
import { guidesOf, type Session } from './session.ts';
import { words } from './wording.ts';

export function groupReply(text: string, session: Session): Reply {
  const { language, today } = session;
  const own = words(language);
  if (ownDataCommandOf(text)) return { text: own.groupData, alone: true };
  const command = commandOf(text);
  if (asksForPerson(text)) return { text: handoverWords(language).group, alone: true, basis: wantsPerson };
  if (command && command !== 'help') return { text: own.groupStart, alone: true };
  const frame = { ...guidesOf(session), today, language };
  const found = command ? undefined : consultation(text, frame, 'welcome');
  if (!found)
    return { text: say(own.groupHelp, { example: own.groupExample }), choices: [own.groupExample], alone: true };
  const { answer } = found;
  return namingGuide({ text: answer.answer, choices: answer.suggestions, answer, basis: basisOf(answer) }, session);
}
