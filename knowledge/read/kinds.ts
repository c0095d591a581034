/** Kinds of organisations by the words people use; the longest word wins, 不是企业 takes a kind away. */
import { scan, type Words, words } from './scan.ts';

export interface KindsFound<Kind extends string> {
  /** Kinds in the order in which they were named, without those denied. */
  readonly kinds: readonly Kind[];
  readonly denied: readonly Kind[];
  /** Whether 下属、附属、旗下 … makes the last one named the one meant. */
  readonly belongs: boolean;
}

/** A table of kinds from lists of words parted by spaces. */
export function kindWords<Kind extends string>(forms: Readonly<Record<Kind, string>>): Words<Kind> {
  return words(
    (Object.entries(forms) as [Kind, string][]).flatMap(([kind, list]) =>
      list.split(' ').map((form): [string, Kind] => [form, kind]),
    ),
  );
}

/** What kinds the clauses name; clauses about somebody we work with do not count. */
export function kindsIn<Kind extends string>(parts: readonly string[], table: Words<Kind>): KindsFound<Kind> {
  const kinds: Kind[] = [];
  const denied: Kind[] = [];
  let belongs = false;
  for (const part of parts) {
    let from = 0;
    for (const word of scan(part, table)) {
      const before = part.slice(from, word.at);
      if (/(?:不是|并非|不属于|不算|没有|非)(?:个|什么|家)?[\p{Script=Han}]{0,2}$/u.test(before))
        denied.push(word.means);
      else {
        if (kinds.length > 0 && /下属|下面|附属|旗下|直属|所属|办的|控股|独资|全资|下设|里的|主管的/.test(before))
          belongs = true;
        kinds.push(word.means);
      }
      from = word.at + word.text.length;
    }
  }
  return { kinds: kinds.filter((kind) => !denied.includes(kind)), denied, belongs };
}
