/** 跟法国那家来往十来年了，德国这家今年初才联系上: of several countries only what is said of the partner asked about. */
import type { Partner } from '../facts.ts';
import { simplify } from '../places/han.ts';
import { countryMentions } from '../places/mentions.ts';
import { maxInput } from '../reading.ts';

/** The typed text without the clauses about a unit of a country that is no partner's. */
export function ofThisPartner(text: string, partners: readonly Partner[]): string {
  const known = partners.flatMap(({ country }) => country ?? []);
  if (known.length === 0 || text.length > maxInput) return text;
  const parts = text.split(/(?<=[,，。;；!！])/);
  const lands = parts.map((part) =>
    countryMentions(simplify(part)).flatMap(({ country }) => (country.mainland ? [] : country.zh)),
  );
  const strange = lands.map((names) => names.length > 0 && !names.some((name) => known.includes(name)));
  if (!strange.includes(true) || !lands.some((names) => names.some((name) => known.includes(name)))) return text;
  // What follows the other unit is of it too, until this one is named.
  let away = false;
  return parts
    .filter((_, at) => {
      if (strange[at]) away = true;
      else if (
        lands[at]?.some((name) => known.includes(name)) ||
        /这[家边个所]|材料|附件|附[了好上]|证明/.test(parts[at] ?? '')
      )
        away = false;
      return !away;
    })
    .join('');
}
