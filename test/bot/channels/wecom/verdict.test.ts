/** A whole interview in the app: the verdict fits its messages, and its checklist can be opened. */
import { expect, test } from 'vitest';
import { bytesOf } from '../../../../bot/wecom/text.ts';
import { interviewed, personaOf } from '../../../support/applicant.ts';
import { appService } from '../../../support/wecom/appService.ts';

test.each(['ex-02', 'ex-07'])('%s comes to its verdict in plain text, with a link to the checklist', async (id) => {
  const service = await appService();
  const persona = personaOf(id);
  const talk = await interviewed(persona, (text) => service.hear('zhangsan', text));
  expect(talk.assessment).toMatchObject({ verdict: persona.expected.verdict });
  const shown = service.seen('zhangsan').flatMap(({ text, card }) => (card ? [] : [text]));
  for (const text of shown) expect(bytesOf(text)).toBeLessThanOrEqual(2048);
  const link = /http:\/\/127\.0\.0\.1:\d+\/checklists\/[\w-]+/.exec(shown.join('\n'))?.[0] ?? '';
  expect((await fetch(link)).status).toBe(200);
  expect(shown.join('\n')).not.toMatch(/\*\*|^#|\]\(/m);
});
