/** A reply as a Bot Framework activity: text, quick replies, the verdict's card, and what `channelData` promises. */
import type { Activity } from 'botbuilder';
import type { Reply } from '../../dialogs/reply.ts';
import type { Language } from '../../knowledge/language.ts';
import type { ChecklistLinks } from '../checklists/links.ts';
import { opening, text } from './cardParts.ts';
import { verdictCard } from './verdictCard.ts';

const adaptive = 'application/vnd.microsoft.card.adaptive';

/** @param checklist where the verdict's checklist can be opened, when it can */
export function presentActivity(reply: Reply, checklist?: ChecklistLinks): Partial<Activity> {
  const { verdict, choices, download, language = 'zh' } = reply;
  const cards = [...(verdict ? [verdictCard(verdict, checklist)] : []), ...(download ? [downloadCard(download)] : [])];
  return {
    type: 'message',
    text: verdict ? `${reply.text.split('\n\n')[0]}\n${verdict.headline}` : reply.text,
    locale: localeOf(language),
    // The verdict's card has its own buttons.
    ...(choices?.length && !verdict && { suggestedActions: suggested(choices) }),
    ...(cards.length > 0 && { attachments: cards.map((content) => ({ contentType: adaptive, content })) }),
    ...channelDataOf(reply),
  };
}

export const localeOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : language);

/** What every channel's message carries for programs: the question, the answer, the verdict. */
export function channelDataOf({
  question,
  verdict,
  answer,
  desk,
  satisfaction,
}: Reply): Pick<Partial<Activity>, 'channelData'> {
  const channelData = {
    ...(question && { question }),
    ...(answer && { answer }),
    ...(verdict && { assessment: verdict.assessment }),
    ...(desk && { desk }),
    ...(satisfaction && { satisfaction }),
  };
  return Object.keys(channelData).length > 0 ? { channelData } : {};
}

function downloadCard({ label, url }: NonNullable<Reply['download']>): object {
  const $schema = 'http://adaptivecards.io/schemas/adaptive-card.json';
  return { type: 'AdaptiveCard', $schema, version: '1.5', body: [text(label)], actions: [opening(label, url)] };
}

function suggested(choices: readonly string[]): NonNullable<Activity['suggestedActions']> {
  return { to: [], actions: choices.map((title) => ({ type: 'imBack', title, value: title })) };
}
