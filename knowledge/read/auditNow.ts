/** Reports and statements that were lacking at first and have been supplied (开始缺22年的现金流量表，后来补上了): as it is now. */

const first =
  /一?开始|上(?:个)?(?:星期|礼拜)|起初|起先|最初|最早|当初|原来|原先|本来|之前|以前|先前|早先|去年底|年初|上次|昨天|前[几两]天|上个?[月周]/;
const lacks = /缺|少|漏|没|未|无|差|不[全齐在]/;
const statements = /资产负债|损益|利润|现金流|报?表/;
const supplied =
  /(?:补|加|附|改|弄|找|要|开|催)(?:审|做|出|交)?(?:上|齐|好|全|完|进去|出来|回来|到|来)*(?:了|过)|(?:审|做|出)(?:完|好|过|出来|下来)*了|(?:补|凑|弄|改|加|找)(?:上|齐|全|好)的?$|(?:刚刚?|已经?|终于|总算|现在)[^,]{0,4}(?:拿到|收到|到手|下来|出来)/;
const notSupplied =
  /没|未|不|打算|准备|计划|正在|(?<!现)在补|专项|税|内[审部]|自己|[要会再得想]去?(?:补|加|找|弄)|等|还(?:在|差|缺)|说|答应|争取|才能|如果/;
const asNow = /^(?:现在|目前|如今|这下|这会儿?|已经?|都|也|就|是|算|又)*(?:全|齐|完整|齐全)(?:了|的|全)*$/;

/** The text in which what has been supplied meanwhile stands as there. */
export function auditNow(text: string): string {
  const parts = text.split(/(?<=[,。;])/);
  const bare = parts.map((part) => part.replace(/[,。;]$/, ''));
  const out: string[] = [];
  let at = 0;
  while (at < parts.length) {
    const part = bare[at] ?? '';
    const end = lacks.test(part) ? suppliedBy(bare, at) : undefined;
    if (end === undefined) {
      out.push(parts[at] ?? '');
      at += 1;
      continue;
    }
    const years = part.match(/(?:20)?\d\d年(?:度|的)?/g);
    if (statements.test(part)) out.push('三张表齐全,');
    else if (years) out.push(`${years.join('、')}有,`);
    at = end + 1;
    if (statements.test(part)) while (at < parts.length && asNow.test(bare[at] ?? '')) at += 1;
  }
  return out.join('').replace(/[,。;]$/, '');
}

/** The place of the clause that tells that what this one lacks has been supplied: this one or one of the next two. */
function suppliedBy(parts: readonly string[], at: number): number | undefined {
  const part = parts[at] ?? '';
  if (!statements.test(part) && !/\d\d年/.test(part)) return undefined;
  // 缺的那张也补上了.
  const own = /^.*?(?:缺|少|差|没[有出做审])的(?=.)/.exec(part)?.[0];
  if (own !== undefined) return tells(part.slice(own.length)) ? at : undefined;
  const before = first.test(part);
  for (const next of [at + 1, at + 2]) {
    const later = parts[next];
    // 21年缺，22年已经出了: another year's.
    if (later === undefined || /\d\d年/.test(later)) return undefined;
    const after = /后来|后面|已经?|刚|昨天|今天|现在|终于|总算|前[几两]天/.test(later);
    if (tells(later) && (before || after)) return next;
    if (before && asNow.test(later) && /现在|目前|如今|这下|这会|已经/.test(later)) return next;
    if (lacks.test(later)) return undefined;
  }
  return undefined;
}

function tells(clause: string): boolean {
  return supplied.test(clause) && !notSupplied.test(clause);
}
