/** The words of a verdict, by language: headline, sections, priorities, what would help. Rules' own words stand with the rules. */
import type { Category } from './category.ts';
import type { Verdict } from './findings.ts';
import { inLanguage, type Language, type Texts } from './language.ts';
import type { Preference } from './priority.ts';

const texts = {
  name: 'verdict',
  zh: {
    verdict: '结论：{headline}',
    headlines: {
      'not-eligible': '目前不符合',
      'needs-confirmation': '有 {n} 项要先确认',
      fixable: '补齐 {n} 项后可以申报',
      ready: '条件基本具备，可以申报',
    } satisfies Record<Verdict, string>,
    sections: { failed: '不符合的条件', 'to-confirm': '要先确认的', missing: '要补的' } satisfies Record<
      Section,
      string
    >,
    counts: { failed: '不符合', 'to-confirm': '要确认', missing: '要补', met: '已满足' },
    heading: '【{title}】',
    basis: '依据：指南{clauses}',
    quoted: '“{quote}”',
    stillMissing: '还缺{items}',
    find: '请核实后补答这一项。',
    askDepartment: '请向省科技厅或推荐单位确认。',
    better: '怎样会更好',
    priorities: '优先支持（同等条件下）',
    priority: '{status}：{entry}，同等条件下优先，由科技厅认定',
    prioritiesNote: '是否优先由科技厅认定。',
    statuses: {
      listed: '清单已列',
      indirect: '间接在清单内',
      within: '位于清单所列地区',
      renamed: '依托单位已更名',
      'self-declared': '自述，须佐证',
    } satisfies Record<Preference['status'], string>,
    advice: '另请注意',
    cautions: '指南没写清的',
    caution: '{title}：{text}（{clause}）',
    cautionCount: '指南没写清的 {n} 处',
    clauses: '；',
    stop: '。',
    lacking: '{what}：{still}。',
    items: '、',
    who: '{who}：{todo}',
    withClause: '{text}（{clause}）',
    remedy: '{change}，{after}。',
    titled: '{title}：{headline}',
    pair: '第{no}对{side}—{place}（{country}）',
    adviceCount: '另请注意 {n} 项',
    metCount: '已满足的 {n} 项',
    expand: '展开 ▾',
    collapse: '收起 ▴',
    toggle: '展开或收起：{title}',
    checklist: {
      title: '申报自查清单',
      print: '打印或保存清单',
      word: '下载 Word',
      line: '打印或保存清单（{days} 天内有效）：{url}',
      hint: '打印、存成 PDF：用浏览器菜单里的“打印”。勾选只在这一页上，不会保存。',
      keptUntil: '这个网页保留到{day}，请不要转给无关的人。',
      done: '已办：{title}',
      met: '已满足的',
      quote: '原文',
      rowCount: '{n} 项',
      page: '第 {page} 页，共 {pages} 页',
      fileName: '申报自查清单-{day}',
    },
    /** Stands for a date of birth in what is taken away. */
    withheld: '（日期从略）',
    caveat:
      '依据《{title}》逐条比对得出（{day}）。这是{year}年度的指南，当年度的申报期可能已过，是否受理看现行通知。以科技厅审核为准。',
    /** The same where staff have published something on top of the guide. */
    caveatWithDesk:
      '依据《{title}》及咨询台答复（版本 {version}）逐条比对得出（{day}）。这是{year}年度的指南，当年度的申报期可能已过，是否受理看现行通知。以科技厅审核为准。',
    /** Behind it, where a newer guide is on file. */
    newer: '已有更新的{newer}，现在申报以新的为准。',
    change: {
      lead: '换一位符合条件的负责人',
      scope: '改报{x:allowedDirections}中的一个',
      direction: '换一个与内容相符的选题方向',
      unit: '换一家符合条件的单位牵头申报',
      noPartner: '联合一家符合条件的国（境）外单位',
      partner: '换一家符合条件的境外合作单位',
      confirmed: '{n}项待确认的都确认符合',
      supplied: '补齐清单上的{n}项',
      and: '，并',
    },
    after: {
      ready: '条件就基本具备，可以申报',
      fixable: '补齐其余材料后可以申报',
      'needs-confirmation': '其余要先确认的确认后再看',
      'not-eligible': '仍不符合',
    } satisfies Record<Verdict, string>,
    categories: {
      'europe-americas': '欧洲、美洲国家科技合作',
      'other-countries-regions': '其他国家和地区科技合作',
      mixed: '合作方分属两类，待确认',
      unclear: '待确认',
    } satisfies Record<Category, string>,
    labels: { partner: '合作方', category: '类别', direction: '选题方向' },
    direction: '{number}、{title}',
  },
};

/** Where a row stands in the checklist. */
export type Section = 'failed' | 'to-confirm' | 'missing';

export type VerdictWords = (typeof texts)['zh'];

/** The words of a verdict in a language; Chinese stands in for what is absent. */
export function verdictWords(language: Language): VerdictWords {
  return inLanguage(texts as Texts<VerdictWords>, language);
}
