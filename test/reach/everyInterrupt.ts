/** Whatever is asked, whoever says something else there is heard, no answer is recorded, and the question is asked again. */
import { afterAll, expect, test } from 'vitest';
import { openTurning } from '../support/everyReplyTurn.ts';
import { interrupted } from './interrupted.ts';
import { interrupts } from './interrupts.ts';
import { everyPrompt, promptIds } from './prompts.ts';

const turning = await openTurning();
const prompts = await everyPrompt(turning);

/** Each interrupt at every `step`th prompt, another part of them for each; all prompts of the talk itself. */
export function everyInterrupt(step: number): void {
  afterAll(() => turning.end());

  test('every question of the talk, and every part of one, is asked in some talk', () => {
    const asked = new Set(prompts.map(({ id }) => id.replace(/#\d+/, '')));
    expect(promptIds.filter((id) => !asked.has(id))).toEqual([]);
  });

  test.each([...interrupts.entries()].map(([at, [kind, interrupt]]) => ({ at, kind, interrupt })))(
    '$kind is heard at every question, answers none, and the question is asked again',
    async ({ at, interrupt }) => {
      const faults: string[] = [];
      for (const [place, prompt] of prompts.entries()) {
        if ((place + at) % step !== 0 && prompt.beneath === undefined) continue;
        if (interrupt.answers?.includes(prompt.id)) continue;
        faults.push(...(await interrupted(turning, prompt, interrupt)));
      }
      expect(faults).toEqual([]);
    },
  );
}
