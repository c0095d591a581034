/** What a guide decides by: its rules with their words, the rulings on hard countries, and its own plain questions. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { lexiconFile } from './answer/lexiconSchema.ts';
import type { GuideRules } from './guide.ts';
import { readJson } from './guideFolder.ts';
import { rulingsShape } from './places/category.ts';
import { plainQuestions } from './plainQuestion.ts';
import { rulesFile } from './ruleSchema.ts';
import { ruleOf } from './rules/index.ts';

/** Reads `rules.json`, `rulings.json` and, where there is one, `questions.json`. Throws for an unknown rule id. */
export function readRules(folder: string): GuideRules {
  const { rules, rows } = read(folder, 'rules.json', rulesFile);
  const rulings = read(folder, 'rulings.json', rulingsShape);
  const concepts = existsSync(join(folder, 'lexicon.json')) ? read(folder, 'lexicon.json', lexiconFile).concepts : [];
  const own = existsSync(join(folder, 'questions.json')) ? read(folder, 'questions.json', z.array(plainQuestions)) : [];
  return {
    rules: rules.map((row) => ({ row, rule: ruleOf(row) })),
    rulings,
    questions: own,
    concepts,
    rowWords(id) {
      const found = rows.find((each) => each.id === id);
      if (!found) throw new Error(`rules.json 里没有名为 ${id} 的 rows：请补上这一行的文字`);
      return found;
    },
  };
}

function read<T>(folder: string, file: string, schema: z.ZodType<T>): T {
  const parsed = readJson(folder, file, schema);
  if ('value' in parsed) return parsed.value;
  const faults = parsed.faults.map(({ path, problem }) => `${path}：${problem}`).join('；');
  throw new Error(
    `${join(folder, file)} 读不进来：${faults}。请照 knowledge/ruleSchema.ts 改正，再运行 npm run guide:check。`,
  );
}
