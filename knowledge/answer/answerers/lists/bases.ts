/** Answers about 附3: whose a base is, what a unit has, which units are not hosts. */

import type { Guide } from '../../../guide.ts';
import type { Base } from '../../../guideSchema.ts';
import { named } from '../../asked.ts';
import type { AnswerStatus, Citation, Draft } from '../../draft.ts';
import { isDenied, isSpoken } from './baseTypes.ts';
import { asWritten, type Frame, has, keepsTo, kindsOf, saying, speaks } from './frame.ts';
import { priorityQuote, titleQuote } from './quotes.ts';
import type { Said } from './said.ts';

const uses = [
  'list-base',
  'list-base-plain',
  'list-host',
  'list-priority',
  'equal-conditions',
  'list-base-type',
  'joint-lab',
  'list-rename',
  'central-unit',
  'academic-unit',
  'enterprise',
  'hospital',
  'branch-unit',
  'public-staff',
  'provincial-department',
];
const hasSome = /是不是(?:也|还)?有|也有|有没有|[几两哪]块|牌子/;

export function baseDrafts(frame: Frame): Draft[] {
  const { asked, guide } = frame;
  // Named twice, each is spoken of once.
  const bases = [
    ...new Set(named(asked, 'base').flatMap(({ nos }) => guide.bases.filter(({ no }) => nos.includes(no)))),
  ];
  const hosts = [...new Set(named(asked, 'host').map(({ name }) => name))];
  const units = [...new Map(named(asked, 'unit').map((unit) => [unit.name, unit])).values()];
  const listed = hosts.length > 0 && /名单|清单|在列|表[上里]|目录|名录/.test(asked.text);
  // 师大是不是也有, 哪两块: a host and nothing else can be meant by its bases only
  const bare = hosts.length > 0 && hasSome.test(asked.text) && keepsTo(asked, [...uses, 'same-as']);
  const about = speaks(asked, 'base') || has(asked, 'list-priority', 'equal-conditions') || listed || bare;
  if (!about) return [];
  const whose = bases.length > 0 && units.length === 0 && (hosts.length === 0 || insideHost(frame));
  if (whose) {
    const about = bases.map(({ host: name }) => ({ is: 'host' as const, name }));
    return [
      {
        ...draft(
          frame,
          'base.host',
          bases.map((each) => hostOf(each, guide)),
        ),
        about,
      },
    ];
  }
  const branch = units.map(({ name }) => branchOf(asWritten(asked, name), frame)).find((each) => each !== undefined);
  if (branch && asksToShare.test(asked.text)) return [draft(frame, 'base.branch', [branch], 'not-in-guide')];
  const said = [
    ...bases.flatMap((base) => notTheirs(base, hosts, units, frame)),
    ...hosts.map((host) => hasBases(host, frame)),
    ...units.map((unit) => isNoHost(asWritten(asked, unit.name), frame)),
  ];
  // 联合研究中心 is its type, not something to be built
  const more = hosts.length > 0 && centre(frame).length > 0 ? 4 : 0;
  if (said.length > 0)
    return [draft(frame, 'base.unit', said)].map((each) => ({ ...each, bonus: (each.bonus ?? 0) + more }));
  const numbered = /第?(\d{1,2})(?:个|号|家|项)?(?:国合)?基地|基地(?:的)?第(\d{1,2})/.exec(asked.text);
  const no = Number(numbered?.[1] ?? numbered?.[2]);
  const base = /第/.test(numbered?.[0] ?? '') ? guide.bases.find((each) => each.no === no) : undefined;
  return base ? [draft(frame, 'base.numbered', [hostOf(base, guide)])] : [];
}

/** 依托单位是谁 beside a base's own name, which may hold a host's name. */
function insideHost({ asked }: Frame): boolean {
  return has(asked, 'list-host') && /谁|哪|什么|who/.test(asked.text);
}

/** 飞行器那个基地是不是南昌航空大学的: not theirs, and whose it is; nothing where the unit that is asked about is its host. */
function notTheirs(
  base: Base,
  hosts: readonly string[],
  units: readonly { name: string }[],
  { asked, guide }: Frame,
): Said[] {
  const others = [...hosts.filter((host) => host !== base.host), ...units.map(({ name }) => asWritten(asked, name))];
  if (others.length === 0 || hosts.includes(base.host)) return [];
  const said = hostOf(base, guide);
  return [
    {
      zh: `不是${others.join('、')}的。${said.zh}`,
      en: `No, it is not ${others.join(', ')}. ${said.en}`,
      citations: said.citations,
    },
  ];
}

/** 联合研究中心 is a type of 附3 where nobody asks about building one. */
export function centre({ asked }: Frame): string[] {
  return /联合研究中心/.test(asked.text) && !/共建|合建|新建/.test(asked.text) ? ['joint-lab', 'joint-lab-what'] : [];
}

function draft(frame: Frame, id: string, said: readonly Said[], status: AnswerStatus = 'answered'): Draft {
  return saying(frame, {
    id,
    status,
    text: { zh: said.map(({ zh }) => zh).join('\n'), en: said.map(({ en }) => en).join('\n') },
    citations: said.flatMap(({ citations }) => citations).slice(0, 3),
    uses: [...uses, ...kindsOf(frame.asked), ...centre(frame)],
    bonus: 0.6,
    list: 'base',
    suggestions: [`${frame.guide.counts.bases}家基地都有哪些`, '基地依托单位怎么优先'],
  });
}

export function baseCitation({ no, name }: Base): Citation {
  return { clause: `附3 第${no}个`, quote: name };
}

function nowCalled({ host, ours }: Base): string {
  return ours.hostToday === undefined ? host : `${host}（今${ours.hostToday}）`;
}

function hostOf(base: Base, guide: Guide): Said {
  return {
    zh: `${base.name}（附3第${base.no}个，${base.type}）的依托单位是${nowCalled(base)}。依托单位申报的项目，同等条件下优先支持。`,
    en: `The host of ${base.name} (Annex 3, no. ${base.no}) is ${base.host}.`,
    citations: [baseCitation(base), ...priorityQuote('base-or-joint-lab', guide)],
  };
}

/** Why a host's priority is no eligibility. */
const caution = '同等条件下优先支持，其他条件仍要逐条满足';

/** 师大牵头，我们参与. */
const isLead = /(?:大学|学院|研究所|公司|师大|昌大|集团|它|他们|对方)[^,。;]{0,2}(?:牵头|申报|主持)/;

function hasBases(host: string, { guide, asked }: Frame): Said {
  const all = guide.bases.filter((each) => each.host === host);
  // 东华理工的两块牌子里哪块是联合研究中心
  const typed = all.filter(
    ({ type }) => isSpoken(asked.text, type) !== all.some((each) => isDenied(asked.text, each.type)),
  );
  const [only] = typed;
  if (all.length > 1 && typed.length === 1 && only) return hostOf(only, guide);
  const own = all;
  const [first] = own;
  if (!first) return { zh: '', en: '', citations: [] };
  const office = first.ours.hostKind === '管理机构' ? '它是管理机构，是否具备申报单位的条件要另外确认。' : '';
  const other = host.includes('洪都') ? '（江西洪都航空工业股份有限公司不是同一法人，不在表上。）' : '';
  // The guide gives priority to what hosts apply for themselves.
  const joins = asked.concepts.has('participant') && !isLead.test(asked.text);
  const whose = joins ? '优先的是依托单位申报的项目；它只作参与单位时算不算，指南没有写。' : '';
  return {
    zh: `${nowCalled(first)}在附3的${guide.counts.bases}家基地里有${own.length}个：${own.map(({ name, type, no }) => `${name}（第${no}个，${type}）`).join('、')}。它是依托单位，${caution}。${whose}${office}${other}`,
    en: `Yes. ${host} hosts ${own.length} of the ${guide.counts.bases} bases in Annex 3: ${own.map(({ name, no }) => `${name} (no. ${no})`).join(', ')}.${joins ? ' Priority is for what a host applies for itself; the guide does not say whether taking part counts.' : ' Priority only, other things being equal.'}`,
    citations: [...own.map(baseCitation), ...priorityQuote('base-or-joint-lab', guide)].slice(0, 3),
  };
}

/** A unit that stands near a host: its hospital, its daughter company, the academy above the institute. */
const near: readonly (readonly [RegExp, string])[] = [
  [/^(?:江西)?省科学院|^江西省科院/, '江西省科学院应用物理研究所'],
  [/昌大|南昌大学|南大|附院/, '南昌大学'],
  [/师大|师范大学科学|师范大学附/, '江西师范大学'],
  [/东华理工|^长江学院/, '东华理工大学'],
  [/洪都/, '中航工业江西洪都航空工业集团有限责任公司'],
  [/昌河/, '昌河飞机工业（集团）有限责任公司'],
  [/景德镇陶/, '景德镇陶瓷学院'],
  [/农科院|农业科学院/, '江西省农业科学院'],
];

function hostNear(unit: string, { guide }: Frame): Base | undefined {
  const related = near.find(([form]) => form.test(unit))?.[1];
  return related === undefined || /华东师范|东北师范|赣南师/.test(unit)
    ? undefined
    : guide.bases.find((each) => each.host === related);
}

/** 能跟着算不: asks whether a part of a host has what the host has. */
const asksToShare = /跟着|跟到|也算|能算|可以算|算不算|算作|视同|视作|视为|等同|当作|沾|享受|一样|借|按.{0,12}算|优先/;
const branchKind =
  /附属[^,。]{0,4}医院|附院|[一二]附|医院|子公司|分公司|独立学院|科技学院|共青学院|下属|旗下|控股|参股|全资/;

/** A hospital or daughter of a host: the guide names the host alone. */
function branchOf(unit: string, frame: Frame): Said | undefined {
  const host = hostNear(unit, frame);
  const kind = branchKind.exec(unit)?.[0];
  if (!host || kind === undefined) return undefined;
  const what = /医院|附/.test(kind) ? '附属医院' : '下属单位';
  return {
    zh: `指南没有写${what}能不能跟着依托单位算：附3写的依托单位是${nowCalled(host)}（${host.name}），${unit}不在附3名单里。是否算依托单位请向省科技厅确认；不算也不影响申报，只是没有基地这一项优先。`,
    en: `The guide does not say whether ${unit} counts as ${host.host}: only ${host.host} itself is named as a host in Annex 3.`,
    citations: [baseCitation(host), ...priorityQuote('base-or-joint-lab', frame.guide)],
  };
}

function isNoHost(unit: string, frame: Frame): Said {
  const { guide } = frame;
  const host = hostNear(unit, frame);
  const beside = host
    ? `表上的依托单位是${nowCalled(host)}，不是同一单位的不能自行算作依托单位，有疑问请问省科技厅。`
    : '';
  return {
    zh: `${unit}不在附3的${guide.counts.bases}家国家级国际科技合作基地依托单位名单里（${guide.counts.bases}个基地、${new Set(guide.bases.map((each) => each.host)).size}家单位）。${beside}不在名单不影响申报，只是没有基地这一项优先。`,
    en: `No, ${unit} is not in the list of hosts of the ${guide.counts.bases} bases (Annex 3). It does not bar an application; it only gives no priority.`,
    citations: [...titleQuote('附3', guide), ...priorityQuote('base-or-joint-lab', guide)],
  };
}
