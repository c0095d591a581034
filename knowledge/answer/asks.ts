/** The question that each answer of a guide answers for certain: what is offered when nothing fits well. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Guide } from '../guide.ts';

const longest = 24;
const asksFile = z.record(z.string(), z.string().min(2).max(longest));
const known = new Map<string, ReadonlyMap<string, string>>();

/** `asks.json` of the guide's folder: id of an answer → its question; none for a guide that has no such file. */
export function asksOf({ id }: Guide): ReadonlyMap<string, string> {
  const read = known.get(id);
  if (read) return read;
  const file = new URL(`../guides/${id}/asks.json`, import.meta.url);
  const asks = new Map(existsSync(file) ? Object.entries(asksFile.parse(JSON.parse(readFileSync(file, 'utf8')))) : []);
  known.set(id, asks);
  return asks;
}
