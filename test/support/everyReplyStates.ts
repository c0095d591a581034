/** Cases and conversations in which a person may be when they say something. */
import type { Facts } from '../../knowledge/facts.ts';
import { questionsOf } from '../../knowledge/questions/index.ts';
import { type CaseRecord, type ConversationRecord, newCase } from '../../state/conversation.ts';
import { conversationOf, guideId } from './everyReplyTurn.ts';
import { changed, guide, partner, readyFacts } from './readyCase.ts';

/** On whose behalf: in person, for somebody whose name is given (as long as one may be), for somebody without a name. */
const askers: readonly NonNullable<CaseRecord['behalf']>[] = ['self', { name: '欧阳娜娜院长老师' }, { name: '' }];

/** Three partners, of whom the second has no name and the third as long a one as is ever read. */
const threePartners: Facts = changed({
  partners: [
    partner(),
    { country: '日本', city: '高松' },
    partner({ name: '乌兹别克斯坦共和国科学院'.repeat(6), country: '乌兹别克斯坦', city: '塔什干' }),
  ],
  firstParticipant: 'overseas',
});

export function caseOf(facts: Facts, more: Partial<CaseRecord> = {}): CaseRecord {
  const { behalf = 'self' } = more;
  const trail = ['behalf', ...(behalf === 'self' ? [] : ['behalf.name']), 'unit.kind', 'partner.who', 'lead.birthDate'];
  return { ...newCase('one', '第1份', guideId), behalf, trail, facts, ...more };
}

export const asking = (id: string, tries = 0): Partial<CaseRecord> => ({ asking: { id, tries, again: true } });

/** Every question and part of a question, for each partner and each direction that it may name, whoever asks. */
export function* everyAsked(): Generator<{ id: string; conversation: ConversationRecord }> {
  for (const { id, settles, parts = {}, wording } of questionsOf(guide)) {
    const ids = [id, ...Object.keys(parts).map((path) => `${id}/${path}`)];
    const ofPartners = settles.some((path) => path.startsWith('partners'));
    const texts = JSON.stringify([wording, Object.values(parts).map(({ ask }) => ask)]);
    for (const each of ids) {
      const places = ofPartners ? [each, ...['#2', '#3'].map((mark) => each.replace(id, `${id}${mark}`))] : [each];
      const directions = texts.includes('{direction}') ? guide.directions.map(({ number }) => number) : [1];
      for (const place of places)
        for (const direction of directions)
          for (const behalf of askers)
            yield {
              id: place,
              conversation: conversationOf(caseOf({ ...threePartners, direction }, { behalf, ...asking(place) })),
            };
    }
  }
}

/** What is left out here is known already: only the rest is asked. */
const nearlyKnown: Facts = changed({ 'lead.birthDate': undefined, jointLab: undefined });

/** One conversation for each place in the talk that has commands of its own. */
export const states: Readonly<Record<string, () => ConversationRecord>> = {
  'nobody has begun': () => conversationOf(),
  'on whose behalf': () => conversationOf(caseOf({}, { behalf: undefined, trail: [] })),
  'the name to use': () => conversationOf(caseOf({}, { behalf: { name: '' }, trail: ['behalf'] })),
  'the first question': () => conversationOf(caseOf({}, { trail: ['behalf'] })),
  'in the middle': () => conversationOf(caseOf(nearlyKnown)),
  'a question put off before': () =>
    conversationOf(caseOf(nearlyKnown, { left: { 'lead.birthDate': 'put-off', jointLab: 'put-off' } })),
  'for somebody else': () => conversationOf(caseOf(nearlyKnown, { behalf: { name: '李总' } })),
  'something not known': () => conversationOf(caseOf(nearlyKnown, { left: { 'lead.birthDate': 'not-known' } })),
  'a list of contents': () => conversationOf(caseOf(readyFacts, asking('agreement.content'))),
  'a part of a question': () => conversationOf(caseOf(readyFacts, asking('agreement.signed/agreement.dateClear'))),
  'starting over?': () => conversationOf(caseOf(nearlyKnown, asking('confirm.restart'))),
  'which answer to change?': () => conversationOf(caseOf(nearlyKnown, asking('choose.amend'))),
  'which answer, again?': () => conversationOf(caseOf(nearlyKnown, asking('choose.amend', 1))),
  'which case?': () => conversationOf(caseOf(nearlyKnown), { ...caseOf({}, asking('choose.case')), id: 'two' }),
  'which case, again?': () =>
    conversationOf(caseOf(nearlyKnown), { ...caseOf({}, asking('choose.case', 1)), id: 'two' }),
  'as many cases as there may be': () =>
    conversationOf(
      ...Array.from({ length: 20 }, (_, at) => ({
        ...caseOf(readyFacts, { ended: true }),
        id: `${at}`,
        name: `第${at + 1}份`,
      })),
    ),
  'nothing left to ask': () => conversationOf(caseOf(readyFacts)),
  'at the end': () => conversationOf(caseOf(readyFacts, { ended: true, concluded: true })),
  'at an end that is bad': () =>
    conversationOf(
      caseOf(changed({ 'lead.birthDate': '1958-07-23', direction: 11 }), { ended: true, concluded: true }),
    ),
  'deleting everything?': () => ({ ...conversationOf(caseOf(nearlyKnown)), confirming: 'delete' }),
  'away for hours': () => ({ ...conversationOf(caseOf(nearlyKnown)), heardAt: '2023-05-07T02:00:00.000Z' }),
  'told another notice': () => ({
    ...conversationOf(caseOf(nearlyKnown)),
    notice: { version: '1-30', at: '2023-05-01T02:00:00.000Z' },
  }),
};
