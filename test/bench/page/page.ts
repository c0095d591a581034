/** `docs/performance.md` and its pictures, made of the kept figures alone. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { sectionNames } from '../sections.ts';
import type { Kept, KeptSection } from './kept.ts';
import { svgOf } from './svg.ts';

const docs = new URL('../../../docs/', import.meta.url);

export interface PageFile {
  /** Under `docs/`. */
  path: string;
  content: string;
}

export function pageFiles(kept: Kept): PageFile[] {
  const sections = sectionNames.flatMap((name) => (kept[name] ? [{ name, section: kept[name] }] : []));
  const pictures = sections.flatMap(({ section }) =>
    section.charts.map((chart) => ({ path: `pictures/performance-${chart.id}.svg`, content: svgOf(chart) })),
  );
  const page = [
    '# 性能',
    '',
    '由 `npm run bench -- 节名 --keep` 量出并写成；图和表都出自 `docs/performance.json`，不要手改。',
    '时间只在同一次运行里相比才有意义：机器有快有慢，所以一轮对话以同时量的 EchoBot（botbuilder 最小的机器人，什么也不存）为尺。',
    '毫秒数是目标，不是测试；测试断言的是做了多少事。',
    ...sections.flatMap(({ name, section }) => ['', ...partOf(name, section)]),
    '',
  ];
  return [{ path: 'performance.md', content: page.join('\n') }, ...pictures];
}

function partOf(name: string, { title, day, machine, rows, charts }: KeptSection): string[] {
  const { node, processor, processors, memoryGb, system, load } = machine;
  return [
    `## ${title}`,
    '',
    `\`npm run bench -- ${name}\`，${day} 量，${system}，${processor} × ${processors}，${memoryGb} GB，Node ${node}；前后的系统负载 ${load.join('、')}。`,
    '',
    '| 量的是什么 | 量到 | 目标 |',
    '|---|---|---|',
    ...rows.map(
      ({ what, value, goal }) =>
        `| ${cell(what)} | ${cell(value)} | ${goal ? `${goal.text}，${goal.met ? '达到' : '**未达到**'}` : ''} |`,
    ),
    ...charts.flatMap(({ id, title: named }) => ['', `![${named}](pictures/performance-${id}.svg)`]),
  ];
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

export function writePage(kept: Kept): void {
  mkdirSync(new URL('pictures/', docs), { recursive: true });
  for (const { path, content } of pageFiles(kept)) writeFileSync(new URL(path, docs), content);
}
