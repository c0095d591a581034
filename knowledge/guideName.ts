/** How a guide is spoken of beside another one: 2024年指南, 2023年指南第2版 where both are of one year. */
import type { Guide } from './guide.ts';
import type { Language } from './language.ts';

type Edition = Pick<Guide, 'year' | 'revision'>;

/** @param beside the guide from which it is told apart */
export function guideName({ year, revision }: Edition, beside: Edition, language: Language): string {
  const apart = year === beside.year && revision !== beside.revision;
  if (language === 'en') return apart ? `${year} guide (edition ${revision})` : `${year} guide`;
  return apart ? `${year}年指南第${revision}版` : `${year}年指南`;
}
