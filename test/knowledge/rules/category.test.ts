import { expect, test } from 'vitest';
import type { Category } from '../../../knowledge/category.ts';
import type { Partner } from '../../../knowledge/facts.ts';
import { changed, judged, partner } from '../../support/readyCase.ts';

const inCountry = (country: string | undefined): Partner => partner({ country });
const inMainland = partner({ registeredOverseas: false });
const organisation = partner({ kind: 'international-organisation' });
type Row = readonly [
  world: string,
  partners: Partner[] | undefined,
  direction: number | undefined,
  Category,
  allowed: boolean | 'unclear',
];

test.each<Row>([
  ['Germany, direction 10', [inCountry('德国')], 10, 'europe-americas', true],
  ['Germany, direction 11', [inCountry('德国')], 11, 'europe-americas', false],
  ['Japan, direction 10', [inCountry('日本')], 10, 'other-countries-regions', false],
  ['Japan, direction 11', [inCountry('日本')], 11, 'other-countries-regions', true],
  ['Germany, no direction', [inCountry('德国')], undefined, 'europe-americas', 'unclear'],
  ['Hong Kong, direction 10', [inCountry('香港')], 10, 'other-countries-regions', false],
  ['Macao, direction 11', [inCountry('澳门')], 11, 'other-countries-regions', true],
  ['Hong Kong and Japan', [inCountry('香港'), inCountry('日本')], 11, 'other-countries-regions', true],
  ['Germany and Japan', [inCountry('德国'), inCountry('日本')], 1, 'mixed', 'unclear'],
  ['Germany and Hong Kong', [inCountry('德国'), inCountry('香港')], 1, 'mixed', 'unclear'],
  ['Germany and France', [inCountry('德国'), inCountry('法国')], 1, 'europe-americas', true],
  ['Taiwan', [inCountry('台湾')], 11, 'unclear', 'unclear'],
  ['Taiwan and Japan', [inCountry('台湾'), inCountry('日本')], 11, 'unclear', 'unclear'],
  ['Cyprus', [inCountry('塞浦路斯')], 1, 'unclear', 'unclear'],
  ['a country not known', [inCountry(undefined)], 1, 'unclear', 'unclear'],
  ['Germany and a country not known', [inCountry('德国'), inCountry(undefined)], 1, 'unclear', 'unclear'],
  ['an international organisation', [organisation], 1, 'unclear', 'unclear'],
  ['only a partner that is registered in the mainland', [inMainland], 1, 'unclear', 'unclear'],
  [
    'one registered in the mainland beside one in Japan',
    [inMainland, inCountry('日本')],
    11,
    'other-countries-regions',
    true,
  ],
  ['overseas registration not known', [partner({ registeredOverseas: undefined })], 1, 'europe-americas', true],
  ['no partner', [], 1, 'unclear', 'unclear'],
  ['partners not known', undefined, 1, 'unclear', 'unclear'],
])('%s', (_world, partners, direction, category, allowed) => {
  const found = judged(changed({ partners, direction }));
  expect(found.category).toBe(category);
  expect(found.directionAllowed).toBe(allowed);
});

test('only partners that count bring priorities', () => {
  const prioritiesOf = (partners: Partner[]): string[] =>
    judged(changed({ partners })).preferences.map(({ entry }) => entry);
  expect(prioritiesOf([inMainland])).toEqual([]);
  expect(prioritiesOf([inMainland, inCountry('挪威')])).toEqual([]);
  expect(prioritiesOf([partner({ city: undefined })])).toEqual(['附1 一（二）德国']);
});
