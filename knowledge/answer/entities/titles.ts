/** The professional titles that a text names, by the same table as the interview's reader. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { scan, words } from '../../read/scan.ts';
import type { Mention } from '../asked.ts';

const names = z.record(z.string(), z.string());
const file = z
  .object({ senior: names, notSenior: names, open: z.array(z.string()), aside: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(new URL('../../read/titles.json', import.meta.url), 'utf8')));

/** Posts and words that a question also holds without speaking of anybody's title. */
const noTitle =
  /^(?:老师|教师|管理员|编辑|记者|主任|副主任|中级|初级|客座|科长|处长|所长|校长|reader|董事长|总经理|副院长|副所长|副总经理|兼职.*|客座.*)$/;

const table = words<string>(
  [...Object.keys(file.senior), ...Object.keys(file.notSenior), ...file.open]
    .filter((name) => !noTitle.test(name))
    .map((name): [string, string] => [name, name]),
);

/** Such a word beside it shows that somebody's standing is asked about. */
const standing =
  /职称|博士|学历|本科|硕士|中不中|行不行|行不|行吗|可以吗|够不够|硕士|学位|负责人|牵头|主持|带头|挂帅|当头|申报|报名|能报|可以报|想报|报项目|报得|资格|条件|符合|够|算不算|\b(?:phd|doctorate|lead|leader|apply|eligible|pi)\b/;

/** 会计师事务所, 律师出的意见, 工程师协会: a firm, a paper or a place, nobody's title. */
const ofThing =
  /^(?:事务所|行业|协会|学会|公司|站|楼|大厦|公寓|工作站|中心|杯|审|查账|出具|出的?报告|的报告|报告|年检)/;

export function titlesWithin(text: string): Mention[] {
  if (!standing.test(text)) return [];
  const ofSomebody = scan(text, table).filter(({ at, text: form }) => !ofThing.test(text.slice(at + form.length)));
  return ofSomebody.map(({ means, at, text: form }) => ({
    is: 'title',
    name: means,
    start: at,
    end: at + form.length,
  }));
}
