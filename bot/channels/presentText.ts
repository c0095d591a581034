/** A reply as plain text, for channels without cards: the checklist's link, then the choices, numbered. */
import type { Activity } from 'botbuilder';
import type { Reply } from '../../dialogs/reply.ts';
import { type ChecklistLinks, checklistLine } from '../checklists/links.ts';

/** Typing a choice's number does the same as its label. */
export function presentText(
  { text, verdict, download, choices = [] }: Reply,
  checklist?: ChecklistLinks,
): Partial<Activity> {
  const link = verdict && checklist ? `\n${checklistLine(checklist, verdict.language)}` : '';
  const file = download ? `${download.label}：${download.url}` : '';
  const numbered = choices.map((choice, at) => `${at + 1} ${choice}`).join('　');
  return { type: 'message', text: [text, link, file, numbered].filter(Boolean).join('\n') };
}
