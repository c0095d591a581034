/** The agreement with the participating units in China: signed, sealed, dated, complete, highlighted. */
import type { Reading } from '../reading.ts';
import type { Aspect } from './aspects.ts';
import { readAspects } from './readAspects.ts';
import { ask, clauses, saysMaybe, saysUnknown, statements, unknown, value } from './tidy.ts';

type Point = 'exists' | 'sealed' | 'dateClear' | 'content' | 'highlighted';
export type ReadDomesticAgreement = Partial<Record<Point, boolean>> & { readonly noPartner?: true };

const aspects: readonly Aspect<Point>[] = [
  { id: 'exists', words: ['签了', '签过', '协议签'] },
  { id: 'sealed', words: ['章', '签章', '盖章', '签字'] },
  { id: 'dateClear', words: ['日期', '签署时间', '时间'] },
  { id: 'content', words: ['内容'] },
  { id: 'highlighted', words: ['高亮', '标出', '标了'] },
];

const points: readonly (readonly [Point, RegExp])[] = [
  ['highlighted', /高亮|标(?:出|注|了|黄|红|亮|记)|没标|划出/],
  ['sealed', /章|盖|签字/],
  ['dateClear', /日期|时间|落款/],
  ['content', /内容|经费|目标|分工|指标|知识产权|有效期|争议|比例|条款|[七各]项/],
];
const noPartner =
  /没有?(?:任何|别的|其他)?(?:境内|国内|省内)(?:的)?(?:参与|合作)?(?:单位|伙伴|方)?|[就只](?:有)?(?:一家)?外方/;
const noAgreement =
  /口头|没立?字据|没(?:有)?(?:签|立|写)?(?:书面)?协议|^(?:[^,]{0,12})(?:还没签|没有签|没签|未签|还没有|没有协议)|没白纸黑字/;
const signed = /签[了过好完的]|签署|已签|有协议|协议(?:是)?有|有的?$/;
const otherSeal =
  /章?(?:盖)?的?是(?:学院|院系|系里|部门|科研处|科技处|课题组|财务|个人)的?$|(?:学院|院系|部门|科研处|科技处|课题组|合同专用|财务|项目部|个人)的?(?:公|部门)?章/;
const denies = /没(?!有?问题)|未|漏|忘|缺|差|无(?!误)|不[全齐]|空着|不清(?!楚)|模糊/;
const everything = /^(?:都|全|样样|全都|全部)*(?:都)?(?:齐|齐全|全|有|好|完备|没问题)了?的?$/;
const hint = '请逐项写：签没签、章、日期、内容、高亮，例如“签了，章和日期齐，内容没写经费比例”。';

/** Clause by clause: one 没盖 among those that did outweighs them, and what the person did not check stays open. */
export function readDomesticAgreement(text: string): Reading<ReadDomesticAgreement> | undefined {
  const said = statements(text.replace(/(?:怎么|如何)分配?/g, '分配'));
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = clauses(said);
  const sure = parts.filter((part) => !saysUnknown(part) && part !== '');
  if (sure.some((part) => noPartner.test(part))) return value({ noPartner: true });
  if (sure.length > 0 && saysMaybe(whole)) return ask(hint);
  const heard = new Map<Point, Set<boolean>>();
  const add = (point: Point, is: boolean) => heard.set(point, (heard.get(point) ?? new Set()).add(is));
  for (const part of sure) {
    const named = points.filter(([, words]) => words.test(part)).map(([point]) => point);
    // 签章处及有效期已高亮 speaks of the highlighting alone.
    const own = named.includes('highlighted') ? (['highlighted'] as const) : named;
    const no = denies.test(part.replace(/没有?(?:漏|缺|差|忘)|不缺|不差/g, '齐'));
    if (noAgreement.test(part) && own.length === 0) add('exists', false);
    else if (signed.test(part) && !no) add('exists', true);
    if (otherSeal.test(part)) add('sealed', false);
    else if (own.length > 1 && no && /[了齐全好有](?:.*)(?:没|未|缺|漏)/.test(part)) return fallback(text, whole);
    else for (const point of own) add(point, !no);
    if (own.length === 0 && everything.test(part))
      for (const [point] of points) if (!named.includes(point)) add(point, true);
  }
  if (heard.size === 0) return fallback(text, whole);
  if (heard.get('exists') === undefined && /走流程|在办|在弄|在签|会签/.test(whole)) return ask(hint);
  if (heard.get('exists')?.has(false)) return heard.size > 1 ? ask(hint) : value({ exists: false });
  const read = Object.fromEntries([...heard].map(([point, is]) => [point, !is.has(false)]));
  return value({ exists: true, ...read });
}

function fallback(text: string, whole: string): Reading<ReadDomesticAgreement> | undefined {
  return readAspects(text, aspects) ?? (saysUnknown(whole) ? unknown : undefined);
}
