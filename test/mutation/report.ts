/** `docs/mutation.md`: a section a group, each replaced by the run that measured it last. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { type GroupName, groupNames, project } from './groups.ts';
import type { Count, Found } from './judgeGroup.ts';
import { percent } from './lines.ts';

const file = join(project, 'docs/mutation.md');
/** More survivors than these are counted by file instead of listed. */
const listed = 60;

const head = `# Mutation testing

The code, and the guide’s data, is changed in one place at a time; a change that no test notices (a survivor) is a gap in the tests, or
code that does nothing. Made by \`npm run test:mutation -- rules assess verdict readers data --report\`, a section a group; what judges are
tests of \`npm test\`. How it works stands in \`test/mutation/run.ts\`.
`;

const start = (group: GroupName): string => `<!-- ${group} -->`;
const end = (group: GroupName): string => `<!-- end of ${group} -->`;

/** Puts a run's section in the place of the group's former one. */
export function writeReport(found: Found): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const section = (group: GroupName): string => {
    if (group === found.group) return [start(group), ...sectionOf(found), end(group)].join('\n');
    const [from, to] = [before.indexOf(start(group)), before.indexOf(end(group))];
    return from < 0 || to < 0 ? '' : before.slice(from, to + end(group).length);
  };
  const sections = groupNames.map(section).filter((text) => text !== '');
  writeFileSync(file, `${[head.trim(), ...sections].join('\n\n')}\n`);
}

function sectionOf(found: Found): string[] {
  const { group, about, mutants, killed, byTime, survivors, seconds, sample, without, noticed } = found;
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'} × ${availableParallelism()}, Node ${process.versions.node}`;
  const unexplained = survivors.filter(({ reason }) => reason === undefined);
  return [
    `## ${group}: ${percent(killed, mutants)}`,
    '',
    `${about}. ${killed} of ${mutants} mutants killed${byTime ? `, ${byTime} of them by an endless loop` : ''}; ${survivors.length} survived, ` +
      `${unexplained.length} of them without a reason.${sample ? ` A sample of ${sample.of}, seed ${sample.seed}.` : ''} ` +
      `${without ? `Left out: changes of the kind ${without.join(' and ')}. ` : ''}Measured on ${day} in ${seconds} s (${machine}).`,
    '',
    ...(noticed
      ? [
          `What is decided or said noticed ${noticed.behaviour} of them, \`guide:check\` ${noticed.check}, both ${noticed.both}.`,
          '',
        ]
      : []),
    ...table('change', found.byOperator),
    '',
    ...(survivors.length === 0 ? [] : survivors.length <= listed ? list(found) : table('file', found.byFile)),
  ];
}

const table = (title: string, counts: Readonly<Record<string, Count>>): string[] => [
  `| ${title} | killed | of |`,
  '|---|--:|--:|',
  ...Object.entries(counts)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { killed, made }]) => `| ${name} | ${killed} | ${made} |`),
];

/** Code in a table's cell. */
const cell = (code: string): string => `\`${code.replaceAll('|', '\\|').replaceAll('`', "'") || ' '}\``;

const list = ({ survivors }: Found): string[] => [
  '| survivor | change | why it may stay |',
  '|---|---|---|',
  ...survivors.map(
    ({ file: path, line, code, from, to, reason }) =>
      `| ${path}${line > 0 ? `:${line} ${cell(code)}` : ''} | ${line > 0 ? `${cell(from)} → ${cell(to)}` : code} | ${reason ?? ''} |`,
  ),
];
