/** The service with a clock of its own that can be set while it runs, and a person who talks to it. */

import { setTimeout as after } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { type Line, openLine } from '../crash/line.ts';
import { type ServiceProcess, serviceProcess } from '../crash/process.ts';
import { type Message, messageOf } from '../support/applicant.ts';

export const hour = 3_600_000;

export interface Clocked extends ServiceProcess {
  /** Sets its clock to this time (ISO); it goes on from there. */
  set(time: string): Promise<void>;
  /** Puts its clock so many milliseconds before (negative) or behind what it would be. */
  shift(milliseconds: number): Promise<void>;
}

/** Not started yet. `shift` is how far its clock is ahead at each start. */
export async function clocked(data: string, shift = 0, env: Record<string, string> = {}): Promise<Clocked> {
  const preload = new URL('./shiftedClock.ts', import.meta.url);
  const service = await serviceProcess(data, { preload, env: { CLOCK_SHIFT: String(shift), ...env } });
  onTestFinished(() => service.kill());
  const to = (milliseconds: number) => service.tell({ shift: milliseconds });
  return { ...service, shift: to, set: (time) => to(Date.parse(time) - Date.now()) };
}

/** Says something and waits for the whole answer. */
function sayer(line: Line): (text: string) => Promise<Message[]> {
  let said = 0;
  return async (text) => {
    said += 1;
    const id = await line.say(`s${said}`, text);
    for (;;) {
      const replies = (await line.read()).filter(({ replyToId }) => replyToId === id);
      if (replies.length > 0) return replies.map(messageOf);
      await after(20);
    }
  };
}

/** Somebody who begins a talk. */
export async function somebody(service: ServiceProcess) {
  const line = await openLine(() => service.url);
  return { line, say: sayer(line) };
}
