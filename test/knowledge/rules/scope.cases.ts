/** 一 第1段 and 附5 一（三）: places, directions and whether the content fits. */
import { partner } from '../../support/readyCase.ts';
import type { Boundaries, Boundary } from './boundary.ts';

const inCountry = (country: string, direction: number | undefined) => ({ partners: [partner({ country })], direction });

/** A country of 欧美 (directions 1–10) or of the others (11–19). */
function side(country: string, europeAmericas: boolean): Boundary[] {
  const wrong = 'failed scope.category';
  const [ten, eleven] = europeAmericas ? (['met', 'unmet'] as const) : (['unmet', 'met'] as const);
  const us = country === '美国' ? 'missing us.consent us.reported' : '';
  const listed = (status: 'met' | 'unmet') => [status === 'met' ? '' : wrong, us].filter(Boolean).join('; ');
  return [
    [`a partner in ${country} and direction 10`, inCountry(country, 10), ten, listed(ten)],
    [`a partner in ${country} and direction 11`, inCountry(country, 11), eleven, listed(eleven)],
  ];
}

const hongKong = partner({ name: '香港理工大学', country: '香港', city: undefined });
const macao = partner({ name: '澳门大学', country: '澳门', city: undefined });
const taiwan = partner({ name: '台湾大学', country: '台湾', city: undefined });
const inMainland = partner({ registeredOverseas: false });
const organisation = partner({ kind: 'international-organisation' });

export const scopeCases: Boundaries = {
  'scope.category': [
    ...['德国', '俄罗斯', '白俄罗斯', '乌克兰', '英国', '美国', '墨西哥', '古巴', '智利', '加拿大'].flatMap((each) =>
      side(each, true),
    ),
    ...[
      '日本',
      '土耳其',
      '格鲁吉亚',
      '埃及',
      '以色列',
      '蒙古国',
      '哈萨克斯坦',
      '亚美尼亚',
      '南非',
      '澳大利亚',
      '新西兰',
    ].flatMap((each) => side(each, false)),
    ['a partner in Germany and direction 1, the first of its kind', inCountry('德国', 1), 'met', ''],
    ['a partner in Japan and direction 19, the last of its kind', inCountry('日本', 19), 'met', ''],
    ['a partner in Cyprus', inCountry('塞浦路斯', 1), 'to-confirm', 'confirm scope.category'],
    [
      'a partner in a country not known',
      { partners: [partner({ country: undefined })] },
      'open',
      'confirm scope.category',
    ],
    [
      'an international organisation in Germany',
      { partners: [organisation] },
      'to-confirm',
      'confirm partner.kind scope.category',
    ],
    [
      'partners of both kinds',
      { partners: [partner(), partner({ country: '日本' })] },
      'to-confirm',
      'confirm scope.category',
    ],
    [
      'partners in Germany and in Hong Kong',
      { partners: [partner(), hongKong] },
      'to-confirm',
      'confirm scope.category',
    ],
    ['two partners in Europe', { partners: [partner(), partner({ country: '法国' })] }, 'met', ''],
    [
      'partners in Hong Kong and in Japan, direction 10',
      { partners: [hongKong, partner({ country: '日本' })], direction: 10 },
      'unmet',
      'failed scope.category',
    ],
    [
      'one of two countries not known',
      { partners: [partner(), partner({ country: undefined })] },
      'open',
      'confirm scope.category',
    ],
    [
      'a partner in Cyprus beside one in Germany',
      { partners: [partner(), partner({ country: '塞浦路斯' })] },
      'to-confirm',
      'confirm scope.category',
    ],
    ['no direction chosen yet', { direction: undefined }, 'open', 'confirm direction.fit'],
    [
      'no direction and a country that is not known',
      { partners: [partner({ country: undefined })], direction: undefined },
      'open',
      'confirm direction.fit scope.category',
    ],
    [
      'a partner that is registered in the mainland',
      { partners: [inMainland] },
      'not-applicable',
      'failed partner.overseas-registered',
    ],
    [
      'a Japanese partner that is registered in the mainland beside a German one',
      { partners: [partner(), partner({ country: '日本', registeredOverseas: false })] },
      'met',
      'failed partner.overseas-registered',
    ],
    ['a partner in Taiwan', { partners: [taiwan] }, 'open', 'confirm scope.taiwan-gap'],
    [
      'a partner in Taiwan beside one in a country not known',
      { partners: [taiwan, partner({ country: undefined })] },
      'open',
      'confirm scope.taiwan-gap',
    ],
    [
      'partners in Taiwan, in Germany and in Japan',
      { partners: [taiwan, partner(), partner({ country: '日本' })] },
      'open',
      'confirm scope.taiwan-gap',
    ],
    ['a partner in Hong Kong alone', { partners: [hongKong], direction: 11 }, 'not-applicable', ''],
    ['no partner', { partners: [] }, 'not-applicable', 'failed partner.exists'],
    ['partners not known', { partners: undefined }, 'open', 'confirm partner.exists'],
  ],
  'scope.hk-macao': [
    ['a partner in Hong Kong and direction 11', { partners: [hongKong], direction: 11 }, 'met', ''],
    [
      'a partner in Hong Kong and direction 10',
      { partners: [hongKong], direction: 10 },
      'unmet',
      'failed scope.hk-macao',
    ],
    ['a partner in Macao and direction 19', { partners: [macao], direction: 19 }, 'met', ''],
    ['a partner in Macao and direction 1', { partners: [macao], direction: 1 }, 'unmet', 'failed scope.hk-macao'],
    [
      'partners in Hong Kong and Macao, direction 5',
      { partners: [hongKong, macao], direction: 5 },
      'unmet',
      'failed scope.hk-macao',
    ],
    [
      'a partner in Hong Kong and no direction yet',
      { partners: [hongKong], direction: undefined },
      'open',
      'confirm direction.fit',
    ],
    [
      'partners in Hong Kong and in Japan, direction 10',
      { partners: [hongKong, partner({ country: '日本' })], direction: 10 },
      'not-applicable',
      'failed scope.category',
    ],
    ['a partner in Germany', {}, 'not-applicable', ''],
  ],
  'scope.taiwan-gap': [
    ['partners not known', { partners: undefined }, 'open', 'confirm partner.exists'],
    [
      'a partner in Taiwan, direction 11',
      { partners: [taiwan], direction: 11 },
      'to-confirm',
      'confirm scope.taiwan-gap',
    ],
    [
      'a partner in Taiwan, direction 10',
      { partners: [taiwan], direction: 10 },
      'to-confirm',
      'confirm scope.taiwan-gap',
    ],
    ['partners in Taiwan and in Germany', { partners: [taiwan, partner()] }, 'to-confirm', 'confirm scope.taiwan-gap'],
    [
      'an international organisation in Taiwan',
      { partners: [{ ...taiwan, kind: 'international-organisation' }] },
      'to-confirm',
      'confirm partner.kind scope.taiwan-gap',
    ],
    [
      'the mainland branch of a Taiwanese company',
      { partners: [{ ...taiwan, registeredOverseas: false }] },
      'not-applicable',
      'failed partner.overseas-registered',
    ],
    [
      'a scientist from Taiwan as lead, with a partner in Germany',
      {
        'lead.origin': 'taiwan',
        'lead.employedByMainlandUnit': true,
        'lead.employment': 'full-time',
        'lead.employmentProofMainland': true,
      },
      'not-applicable',
      '',
    ],
    ['a partner in Hong Kong', { partners: [hongKong], direction: 11 }, 'not-applicable', ''],
  ],
  'direction.fit': [
    ['the content fits the direction', { directionFit: 'fits' }, 'met', ''],
    ['the content does not fit the direction', { directionFit: 'does-not-fit' }, 'unmet', 'failed direction.fit'],
    ['it is not known whether the content fits', { directionFit: undefined }, 'open', 'confirm direction.fit'],
    ['no direction chosen', { direction: undefined }, 'open', 'confirm direction.fit'],
    [
      'no direction and the content fits none',
      { direction: undefined, directionFit: 'does-not-fit' },
      'unmet',
      'failed direction.fit',
    ],
  ],
};
