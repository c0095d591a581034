/**
 * Professional titles. The call says only 高级职称; the levels come from `titles.json`. What may or may not be senior
 * (预聘副教授, 助理教授, professor, 公示中) stays unclear, and a post or an honour (主任, 博导, 院士) is no title.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { TitleLevel } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { aboutLead, asStated } from './aboutLead.ts';
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
  /^(?:我们?|他们?|她|老板|老师|目前|现在|至今|一直|从来|从|还|都|也|暂时?|本人|什么职称|啥职称|什么|啥|任何|职称|自己|本职|单位|[本自]?单位|(?:个|土专家))*(?:没有?|无|暂?无|未|没得)(?:参加?|申报|去|正式)?(?:任何|什么|啥|过|的)*(?:职称|评过?(?:任何|什么|啥)?(?:职称|定)?|评过|评|职务|工程系列职称|(?!有?(?:高级|副高|正高|高))[\p{Script=Han}]{0,4}职称)?(?:呢|的|嘅|噶|只有职务)?$|^(?:未评(?:职称|定)?|没职称|没评过?职称|no|none|[×x])$|(?:没有?|未)(?:参加|参评|申报)过?(?:任何)?(?:专业技术)?职称(?:评审|评定|评聘)?$|[哪那](?:里)?(?:有|来)的?(?:什么|啥)?职称|^(?:技术|专业)?职称[\p{Script=Han}]{0,6}(?:都|均|也)(?:没有?|无)$|^(?:[\p{Script=Han}]{0,12})?(?:没有?|未)(?:评|考)(?:定|过)?(?:任何)?职称$|^(?:连)?(?:初级|中级)(?:职称)?(?:都|也)(?:没有?|未)(?:评|有)?过?$/u;
const completed =
  /(?:评审|评委会|评定|考核|审核|资格)[^,()没未不]{0,4}通过|(?<![没未不])通过了?[^,()]{0,4}(?:评审|评定|评委|考核|认定)|(?:已|已经)(?:取得|获得|获|评上|评审|聘任?|拿到|具备|具有|晋升)|证书?(?:也|都|已|已经)*(?:到手|拿到|下来|发下?|领到?|取得|办)了?|(?:取得|拿到|领到|发了?)(?:资格|职称)?证/;
/** 评审文件下来了: the title holds, whatever the card. */
const papers = /(?:文件|批文|红头|发文)[^,()没未不]{0,4}(?:下来|下了|发了|到了|出来)/;
const toCome =
  /(?:明年|后年|下半年|(?<![去前上\d]|\d年)年底|过两年)(?:才|再|就)?|才够|够年限|还差[^,]{0,3}年|等着评|正在评|在评|准备评|打算评|要评|今年评(?!上|了|下|审通过|到)|明年评|待评|申报|拟评|正在申|参评|冲|想评|评审中|快评|即将|今年报|准备报|在报|报了|材料(?:刚|已)?(?:交|报)|评审阶段|没批下来|排队|报上去?|刚报|刚交|年限|条件|不够|材料.{0,4}(?:准备|整理|弄)|在准备|准备中|[没不未][到够]评|够不上/;
const notGiven =
  /公示(?!(?:都|还|也)*[没未])(?!期?已?(?:结束|完|过|期满))|已评未发|未发证|没发证|证没下|证还没|文没下|[没未](?:有)?(?:正式)?发文|待聘|未聘|没聘|没下文|没批|待批|等发文|等文|等证|等批|自评|内部评|企业评|公司评|县里评|社会机构|考试合格|考过|考了|待遇|相当于|同等|挂名|名义/;
const denied = /(?:没有?|未|不)(?:是|评上|评到|取得|拿到|获得|有|通过|够|评)?(?:到|上|过)?$/;
const deniedAfter =
  /^(?:职称)?(?:(?:今年|去年|前年|上次|这次|至今|一直|前两年|[两三几]次|报了|评了|[两三几]年|到现在|现在|暂时|还|都|也|就|又|才|刚))*(?:没有?|未)(?:评|取得|拿|过|通过|获|批)|^(?:职称)?没有?$/;
const appointed =
  /(?:预聘|准聘|长聘|特聘|特任|青年|校聘|院聘|外聘|访问|专职|博士后|百人|特别|卓越|聘任|代理|拟聘|退休前(?:的|是)?|挂名|农民|原|荣休|(?:曾经?|以前|过去|原来|原先|之前)(?:是|当过|做过|任)?)(?:的|制)?$/;
const appointedAfter = /^\s*\(?(?:预聘|准聘|长聘|特聘|特任|校聘|院聘|聘任制|岗位)/;
const abroad = /境外|国外|海外|外籍|台湾|香港|澳门|韩国|日本|美国|英国|德国|法国|俄罗斯|澳大利亚|加拿大|新加坡/;
const grade = /(?:高级|资深|首席|主任)[\p{Script=Han}]{1,8}$/u;

/** 系主任医师 says that somebody is one; 系主任 heads a department. */
const isWord = /系(?=主任(?:医|中医|药|中药|护|技|法医)师|主任(?:记者|编辑))/g;
/** 职称啊没有我们体制外的: what follows explains it. */
const runOn = /职称[啊呀嘛呢么][,，]?没有?(?=我|他|她|咱|俺|体制|一直|从来|没)/g;
/** 高工是我们总工的: somebody else's. */
const somebodys =
  /(^|[,，。;；])[^,，。;；]{2,8}是(?:我们?|咱们?|他们)?(?:的)?(?:总工|院长|所长|老板|同事|导师|主任|副总|别人|人家|搭档|师父|爱人)的(?=$|[,，。;；])/gu;
const clarify = '请写职称证书上的名称，例如教授、副研究员、高级工程师；没有评过职称就写“没有”。';

/** Reads the highest title that a text claims for the person, or 无. */
export function readTitle(text: string): Reading<ReadTitle> | undefined {
  const said = statements(asStated(text.replace(somebodys, '$1').replace(isWord, '是').replace(runOn, '没有职称，')));
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = aboutLead(clauses(said));
  if (parts.length > 0 && parts.every((part) => none.test(part) || saysNothing(part))) {
    if (parts.some((part) => none.test(part))) return value({ titleText: '无', titleLevel: 'not-senior' });
  }
  const found = said.flatMap((sentence) => titlesIn(sentence));
  const uncertified =
    !parts.some((part) => papers.test(part)) &&
    parts.some(
      (part) =>
        !scan(part, table).length &&
        !completed.test(part) &&
        /证.{0,3}[没未]|[没未](?:有)?(?:正式)?(?:发证|发文|下文|公布)|公示(?!(?:都|还|也)*[没未])|文.{0,2}没下|等(?:着)?(?:发|下)?[文证批]/.test(
          part,
        ),
    );
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
  if (
    (speaksOfOthers(around.clause) || /^[跟和与]我|同办公室|同单位|隔壁/.test(around.clause)) &&
    !/^(?:我|本人|负责人|他|她)(?:是|的职称)/.test(around.clause)
  )
    return 'others';
  if (denied.test(near) || deniedAfter.test(next)) return 'denied';
  // 评审通过，已取得证书: whatever it had to go through is over.
  const bracket = /^\s*\(([^()]{0,30})\)/.exec(after)?.[1] ?? '';
  if (completed.test(`${near}#${next}`) || completed.test(bracket)) return 'held';
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
  // 主任，行政的，没职称
  if (unsure !== undefined && saidNone && /^副?主任$/.test(unsure.title.name))
    return value({ titleText: '无', titleLevel: 'not-senior' });
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
  if (aside !== undefined && of('held', 'aside').every(({ title }) => post.test(title.name)))
    return ask(`“${aside.title.name}”是职务，请写职称证书上的名称，例如高级工程师；没有评过职称就写“没有”。`);
  if (aside !== undefined)
    return value({ titleText: aside.title.name, titleLevel: 'unclear' }, unclearEcho(aside.title.name));
  return ask(of('coming').length > 0 ? '还没评上的不算，请写现在的职称；没有就写“没有”。' : clarify);
}

/** A post in a firm, never written on a certificate. */
const post = /总监|经理|董事长|总裁/;
const general = new Set(['正高级', '副高级', '高级职称']);
/** Whoever lacks these has no senior title; whoever is no 教授 may still be 副教授. */
const lowestSenior = new Set(['副高级', '高级职称']);

function unclearEcho(name: string): string {
  return `“${name}”不能确定是不是高级职称，请写职称证书上的名称，例如副研究员、高级工程师。`;
}

function saysNothing(part: string): boolean {
  return /^(?:我|他|她|目前|现在|普通)?(?:就是|是)?(?:个)?(?:工人|职工|员工|刚毕业|刚入职|年轻)?$/.test(part);
}
