/** What is known against the packages, less what somebody has looked at and lets pass for a time. */
import { z } from 'zod';

/** Something that is let pass: which advisory, why it cannot harm here, and until when that must be looked at again. */
const allowance = z.strictObject({
  advisory: z.string().regex(/^GHSA(-[\da-z]{4}){3}$/),
  reason: z.string().min(20),
  until: z.iso.date(),
});
export const allowances = z.array(allowance);
export type Allowance = z.output<typeof allowance>;

const advisory = z.object({ title: z.string(), url: z.string(), severity: z.string(), range: z.string().optional() });
/** The second form of npm's reports; what a package only has through another one is a name. */
const report = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisory])) })),
});

export interface Judgement {
  /** 0: nothing; 1: something; 2: nobody could be asked. */
  code: 0 | 1 | 2;
  lines: string[];
}

const unasked = (why: string): Judgement => ({
  code: 2,
  lines: [`没有查成：${why}。软件源要能访问，并且提供 npm audit 的接口；没有查到不等于没有漏洞。`],
});

/**
 * @param output of `npm audit --json`
 * @param today ISO date
 */
export function judged(output: string, allowed: readonly Allowance[], today: string): Judgement {
  let found: unknown;
  try {
    found = JSON.parse(output);
  } catch {
    return unasked('npm audit 没有给出结果');
  }
  const read = report.safeParse(found);
  if (!read.success) return unasked(whyNot(found));
  const advisories = new Map<string, string>();
  for (const [name, { via }] of Object.entries(read.data.vulnerabilities)) {
    for (const each of via) {
      if (typeof each === 'string') continue;
      const id = each.url.split('/').at(-1) ?? each.url;
      advisories.set(id, `${id}　${name} ${each.range ?? ''}　${each.severity}　${each.title}`);
    }
  }
  const until = new Map(allowed.map((each) => [each.advisory, each]));
  const lines: string[] = [];
  let open = 0;
  for (const [id, told] of advisories) {
    const pass = until.get(id);
    if (pass && pass.until >= today) {
      lines.push(`放行到 ${pass.until}：${told}。${pass.reason}`);
      continue;
    }
    open += 1;
    lines.push(pass ? `放行已经到期（${pass.until}），请再看一次：${told}` : `有漏洞：${told}`);
  }
  for (const { advisory: id } of allowed)
    if (!advisories.has(id)) lines.push(`不用再放行：${id}，请从 test/audit/allowed.json 里删掉`);
  lines.push(open > 0 ? `共 ${open} 个漏洞没有处理。` : '没有未处理的已知漏洞。');
  return { code: open > 0 ? 1 : 0, lines };
}

/** npm's own words hold addresses. */
function whyNot(found: unknown): string {
  const { data } = z.object({ statusCode: z.number().optional(), code: z.string().optional() }).safeParse(found);
  if (data?.statusCode !== undefined) return `软件源答复 ${data.statusCode}`;
  return data?.code === undefined ? '连不上软件源' : `连不上软件源（${data.code}）`;
}
