/**
 * One message is looked at by many readers that all begin alike. What these beginnings make of a text is kept while one
 * message is answered, and forgotten with it: nothing that anybody typed outlives the answer.
 */
type Read = (text: string) => unknown;

let kept: Map<Read, Map<string, unknown>> | undefined;

/** Answers one message: `once` reads each text once in it. `answer` must not wait for anything. */
export function inOneMessage<T>(answer: () => T): T {
  if (kept) return answer();
  kept = new Map();
  try {
    return answer();
  } finally {
    kept = undefined;
  }
}

/** What a pure function makes of a text; within one message it is asked once. What it gives must not be changed. */
export function once<R>(read: (text: string) => R, text: string): R {
  if (!kept) return read(text);
  const texts = kept.get(read) ?? new Map<string, unknown>();
  kept.set(read, texts);
  if (!texts.has(text)) texts.set(text, read(text));
  return texts.get(text) as R; // put in by the same function
}
