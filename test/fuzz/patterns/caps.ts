/**
 * How long a text may be that meets a pattern, by where the pattern stands: the first row that fits counts. `by` names what bounds it.
 */
export interface Cap {
  /** How the file's path begins. */
  under: string;
  /** Characters. */
  longest: number;
  by: string;
}

const caps: readonly Cap[] = [
  {
    under: 'knowledge/read/',
    longest: 800,
    by: '`maxInput` (400 characters typed, 800 in one spelling): every reader asks for it first',
  },
  { under: 'knowledge/narrate/', longest: 800, by: '`maxInput`: a longer message states nothing' },
  { under: 'knowledge/places/', longest: 800, by: '`maxInput`: a longer message names no place' },
  {
    under: 'knowledge/answer/inOneLanguage.ts',
    longest: 2000,
    by: 'an answer of the assistant itself, which has at most 1,200 characters',
  },
  { under: 'knowledge/', longest: 4000, by: '`longestQuestion`: what is behind is not looked at' },
  { under: 'dialogs/', longest: 4000, by: '`longestMessage`: a longer message is refused before anything reads it' },
  { under: 'state/', longest: 4000, by: 'a message, or a search of 200 characters' },
  { under: 'bot/env', longest: 2000, by: 'a setting, which an administrator wrote' },
  { under: 'bot/officeHours.ts', longest: 2000, by: 'a setting, which an administrator wrote' },
  { under: 'bot/doctor/', longest: 2000, by: 'a setting, or what a party that an administrator named answers' },
  { under: 'bot/channels/teams/package/', longest: 2000, by: 'what an administrator wrote at the command line' },
  { under: 'bot/staff/invite/', longest: 2000, by: 'what an administrator wrote at the command line' },
  { under: 'bot/service.ts', longest: 2000, by: 'PUBLIC_URL, a setting' },
  { under: 'bot/channels/directline/index.ts', longest: 2000, by: 'PUBLIC_URL, a setting' },
  {
    under: 'bot/api/articleText.ts',
    longest: 4000,
    by: '`most.kept`: a line of a ticket; the rest is walked sign by sign',
  },
  { under: 'bot/wecom/', longest: 65_536, by: 'the body of a callback (64 KB)' },
  { under: 'bot/', longest: 16_384, by: 'a header or an address (16 KB, all headers together), or a message' },
];

/**
 * Run by an administrator over files of their own, which nobody outside has written: a pattern there may be made of what they hold, and is not looked
 * for while the program runs.
 */
export const administered = (file: string): boolean => /^knowledge\/(?:newGuide|check)\//.test(file);

/** Makes the very patterns that were made elsewhere when they were read: those of the guide's `openPoints.json`. */
export const madeBefore: readonly string[] = ['knowledge/answer/published.ts'];

export const capOf = (file: string): Cap => {
  const found = caps.find(({ under }) => file.startsWith(under));
  if (!found) throw new Error(`how long may a text be that meets a pattern of ${file}? Say so in caps.ts`);
  return found;
};
