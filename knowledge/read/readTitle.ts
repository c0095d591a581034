/**
 * Professional titles. The call says only 高级职称; the levels come from `titles.json`. What may or may not be senior
 * (预聘副教授, 助理教授, professor, 公示中) stays unclear, and a post or an honour (主任, 博导, 院士) is no title.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { TitleLevel } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { scan, type Word, words } from './scan.ts';
import { ask, clauses, saysMaybe, saysUnknown, speaksOfOthers, statements, unknown, value } from './tidy.ts';

export interface ReadTitle {
  readonly titleText: string;
  readonly titleLevel: TitleLevel;
}

type Kind = 'senior' | 'not-senior' | 'open' | 'aside';
interface Title {
  readonly name: string;
  readonly kind: Kind;
}

const names = z.record(z.string(), z.string());
const file = z
  .object({ senior: names, notSenior: names, open: z.array(z.string()), aside: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(new URL('titles.json', import.meta.url), 'utf8')));

const table = words<Title>([
  ...Object.entries(file.senior).map(([say, name]): [string, Title] => [say, { name, kind: 'senior' }]),
  ...Object.entries(file.notSenior).map(([say, name]): [string, Title] => [say, { name, kind: 'not-senior' }]),
  ...file.open.map((say): [string, Title] => [say, { name: say, kind: 'open' }]),
  ...file.aside.map((say): [string, Title] => [say, { name: say, kind: 'aside' }]),
]);

const none =
  /^(?:我|他|她|目前|现在|还|都|暂时?|本人|什么职称|什么|啥)*(?:没有?|无|暂?无)(?:任何|什么|啥)?(?:职称|评过?职称|评过|评|职务)?(?:呢|的)?$|^(?:未评(?:职称|定)?|没职称|没评过?职称|no|none|[×x])$/;
const toCome =
  /(?:明年|后年|下半年|年底|过两年)(?:才|再|就)?|才够|够年限|还差[^,]{0,3}年|等着评|正在评|在评|准备评|打算评|要评|今年评|明年评|待评|申报|拟评|正在申|参评|冲|想评|评审中|快评|即将/;
const notGiven =
  /公示|已评|未发证|没发证|证没下|证还没|待聘|未聘|没聘|没下文|没批|待批|自评|内部评|企业评|公司评|社会机构|考试合格|考过|考了|待遇|相当于|同等/;
const denied = /(?:没有?|未|不)(?:是|评上|评到|取得|拿到|获得|有|通过|够|评)?(?:到|上|过)?$/;
const deniedAfter = /^(?:职称)?(?:还|都|也)?(?:没有?|未)(?:评|取得|拿|过|通过|获)|^(?:职称)?没有?$/;
const appointed =
  /(?:预聘|准聘|长聘|特聘|特任|青年|校聘|院聘|外聘|访问|专职|博士后|百人|特别|卓越|聘任|代理|拟聘|退休前|原|荣休|(?:曾经?|以前|过去|原来|原先|之前)(?:是|当过|做过|任)?)(?:的|制)?$/;
const appointedAfter = /^\s*\(?(?:预聘|准聘|长聘|特聘|特任|校聘|院聘|聘任制|岗位)/;
const abroad = /境外|国外|海外|外籍|台湾|香港|澳门|韩国|日本|美国|英国|德国|法国|俄罗斯|澳大利亚|加拿大|新加坡/;
const grade = /(?:高级|资深|首席|主任)[\p{Script=Han}]{1,8}$/u;

const clarify = '请写职称证书上的名称，例如教授、副研究员、高级工程师；没有评过职称就写“没有”。';

/** Reads the highest title that a text claims for the person, or 无. */
export function readTitle(text: string): Reading<ReadTitle> | undefined {
  const said = statements(text);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = clauses(said);
  if (parts.length > 0 && parts.every((part) => none.test(part) || saysNothing(part))) {
    if (parts.some((part) => none.test(part))) return value({ titleText: '无', titleLevel: 'not-senior' });
  }
  const found = said.flatMap((sentence) => titlesIn(sentence));
  const uncertified = parts.some((part) => !scan(part, table).length && /证.{0,3}[没未]|[没未]发证|公示/.test(part));
  const own = found
    .filter(({ status }) => status !== 'others')
    .map(
      (one): Found =>
        uncertified && one.status === 'held' && one.title.kind === 'senior' ? { ...one, status: 'pending' } : one,
    );
  if (own.length === 0) {
    if (found.length > 0) return ask('这里说的像是别人的职称，请写项目负责人本人的职称。');
    if (saysUnknown(whole)) return unknown;
    if (parts.some((part) => none.test(part))) return value({ titleText: '无', titleLevel: 'not-senior' });
    return /职称|高级|级别/.test(whole) ? ask(clarify) : undefined;
  }
  if (saysMaybe(whole)) return ask(clarify);
  if (saysUnknown(whole) && !own.some(({ status, title }) => status === 'held' && title.kind === 'senior'))
    return unknown;
  return judge(
    own,
    parts.some((part) => none.test(part)),
  );
}

/** The level of a title as the service's callers write it; `undefined` when the text names no title. */
export function titleLevelOf(text: string): TitleLevel | undefined {
  const reading = readTitle(text);
  if (reading?.is === 'value') return reading.value.titleLevel;
  return reading?.is === 'ask' ? 'unclear' : undefined;
}

type Status = 'held' | 'coming' | 'pending' | 'denied' | 'others';
interface Found {
  readonly title: Title;
  readonly status: Status;
}

function titlesIn(sentence: string): Found[] {
  const found = scan(sentence, table);
  return found.map((word, i) => {
    const before = sentence.slice(found[i - 1] === undefined ? 0 : endOf(found[i - 1]), word.at);
    const after = sentence.slice(word.at + word.text.length, found[i + 1]?.at ?? sentence.length);
    const near = before.split(/[,;:。!、/\s]|但是?|不过/).at(-1) ?? '';
    const beside = found[i + 1] !== undefined && !/[,;。!、/\s()]|但|不过/.test(after);
    const next = beside ? '' : (after.split(/[,;。!、/\s(]|但是?|不过/)[0] ?? '');
    return {
      title: adjusted(word, { near, next, glued: sentence.slice(Math.max(0, word.at - 4), word.at) }),
      status: statusOf({
        near,
        next,
        after,
        clause:
          sentence
            .slice(0, word.at)
            .split(/[,;:。!、\s]|但是?|不过/)
            .at(-1) ?? '',
      }),
    };
  });
}

function endOf(word: Word<Title> | undefined): number {
  return word === undefined ? 0 : word.at + word.text.length;
}

/** An appointment or a company's grade makes a title's level unsure; so does a title given abroad. */
function adjusted(word: Word<Title>, around: { near: string; next: string; glued: string }): Title {
  const { name, kind } = word.means;
  if (kind === 'aside') return word.means;
  const prefix = appointed.exec(around.near)?.[0] ?? '';
  if (prefix !== '') return { name: prefix + word.text, kind: 'open' };
  if (appointedAfter.test(around.next)) return { name, kind: 'open' };
  if (kind === 'senior' && /[百千万]人计划$/.test(around.glued))
    return { name: around.glued + word.text, kind: 'open' };
  if (kind === 'senior' && abroad.test(around.near)) return { name: word.text, kind: 'open' };
  if (kind === 'not-senior' && grade.test(around.near))
    return { name: `${grade.exec(around.near)?.[0] ?? ''}${word.text}`, kind: 'open' };
  if (name === '工程师' && /注册|执业/.test(around.near)) return { name: `注册${name}`, kind: 'aside' };
  if (kind === 'not-senior' && /^级?高级?$/.test(around.next)) return { name, kind: 'open' };
  return word.means;
}

function statusOf(around: { near: string; next: string; after: string; clause: string }): Status {
  const { near, next, after } = around;
  if (speaksOfOthers(around.clause) && !/^(?:我|本人|负责人|他|她)(?:是|的职称)/.test(around.clause)) return 'others';
  if (denied.test(near) || deniedAfter.test(next)) return 'denied';
  if (notGiven.test(near) || notGiven.test(next) || /^\s*\([^()]{0,12}(?:公示|待|未|没|自评)[^()]{0,12}\)/.test(after))
    return 'pending';
  if (toCome.test(near) || toCome.test(next) || /^\s*\([^()]{0,12}(?:正在|在评|评审)[^()]{0,12}\)/.test(after))
    return 'coming';
  return 'held';
}

function judge(own: readonly Found[], saidNone: boolean): Reading<ReadTitle> {
  const of = (status: Status, kind?: Kind) =>
    own.filter((found) => found.status === status && (kind === undefined || found.title.kind === kind));
  const senior = of('held', 'senior')[0];
  if (senior !== undefined) {
    const named = of('held', 'senior').find(({ title }) => !general.has(title.name)) ?? senior;
    const echo = general.has(named.title.name) ? '按高级职称记，填申报书时请写职称全称。' : undefined;
    return value({ titleText: named.title.name, titleLevel: 'senior' }, echo);
  }
  const unsure = [
    ...of('pending').filter(({ title }) => title.kind === 'senior' || title.kind === 'open'),
    ...of('held', 'open'),
  ][0];
  const lower = of('held', 'not-senior')[0];
  if (unsure !== undefined && (lower === undefined || unsure.title.name !== '主任')) {
    const titleText = lower === undefined ? unsure.title.name : `${lower.title.name}（${unsure.title.name}待确认）`;
    return value({ titleText, titleLevel: 'unclear' }, unclearEcho(unsure.title.name));
  }
  if (lower !== undefined) {
    const coming = of('coming')[0];
    const echo =
      coming === undefined ? undefined : `按现在的“${lower.title.name}”记，还没评上的“${coming.title.name}”不算。`;
    return value({ titleText: lower.title.name, titleLevel: 'not-senior' }, echo);
  }
  const denials = of('denied').map(({ title }) => title.name);
  if (denials.some((name) => lowestSenior.has(name)) || saidNone)
    return value({ titleText: '无高级职称', titleLevel: 'not-senior' }, '按没有高级职称记。');
  const aside = of('held', 'aside')[0];
  if (aside !== undefined)
    return value({ titleText: aside.title.name, titleLevel: 'unclear' }, unclearEcho(aside.title.name));
  return ask(of('coming').length > 0 ? '还没评上的不算，请写现在的职称；没有就写“没有”。' : clarify);
}

const general = new Set(['正高级', '副高级', '高级职称']);
/** Whoever lacks these has no senior title; whoever is no 教授 may still be 副教授. */
const lowestSenior = new Set(['副高级', '高级职称']);

function unclearEcho(name: string): string {
  return `“${name}”不能确定是不是高级职称，请写职称证书上的名称，例如副研究员、高级工程师。`;
}

function saysNothing(part: string): boolean {
  return /^(?:我|他|她|目前|现在|普通)?(?:就是|是)?(?:个)?(?:工人|职工|员工|刚毕业|刚入职|年轻)?$/.test(part);
}
