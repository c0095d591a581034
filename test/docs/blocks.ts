/** Reading the project's documents: their texts, and the fenced blocks in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../tooling/plant.ts';

export const documentText = (path: string): string => readFileSync(join(project, path), 'utf8');

/** The contents of the fenced blocks of a language, in order. */
export function blocksOf(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, block]) => block ?? '',
  );
}
