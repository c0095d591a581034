/**
 * What the worker hands over: things as lines of JSON in memory that changes hands. Hundreds of lines with cards are megabytes; as
 * plain objects all of them would be made at once, while nobody else is served.
 */
import { setImmediate as breath } from 'node:timers/promises';

/** Characters that are understood without letting others in between: a few milliseconds. */
const gulp = 200_000;

export function packed(things: readonly unknown[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(things.map((each) => JSON.stringify(each)).join('\n'));
}

export async function unpacked(bytes: Uint8Array): Promise<unknown[]> {
  const things: unknown[] = [];
  let since = 0;
  for (let begin = 0; begin < bytes.length; ) {
    const at = bytes.indexOf(10, begin);
    const end = at < 0 ? bytes.length : at;
    things.push(JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset + begin, end - begin).toString()));
    since += end - begin;
    begin = end + 1;
    if (since < gulp) continue;
    await breath();
    since = 0;
  }
  return things;
}
