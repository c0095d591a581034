import { describe, expect, it } from 'vitest';
import { withoutAbandoned } from '../../../knowledge/read/abandoned.ts';
import { tellsNotKnown, tellsOnlyNotKnown } from '../../../knowledge/read/notKnown.ts';
import { ofThisOne } from '../../../knowledge/read/ofAnother.ts';
import { ofThisPartner } from '../../../knowledge/read/ofThisPartner.ts';
import { slowest } from './typed.ts';

const ofOthers: readonly (readonly [said: string, own: string])[] = [
  ['函手里有一张，可那是去年项目的，今年这个还没开', '今年这个还没开'],
  ['外方留的那本标好了，我们这本没标', '我们这本没标'],
  ['上一个项目做了四年，这个只做两年', '这个只做两年'],
  ['兄弟公司两年都审了，我们公司一年都没审', '我们公司一年都没审'],
  ['昨天跟你讲签了是我搞错，还没签', '还没签'],
  ['隔壁课题组也在报，他们题目不一样', ''],
  ['我们盖了章，他们那头的章还没盖', '我们盖了章，他们那头的章还没盖'],
  ['去年签了框架协议，这次没另签', '去年签了框架协议，这次没另签'],
  ['去年也开过，今年的也开了', '去年也开过，今年的也开了'],
];

const abandoned: readonly (readonly [said: string, left: string])[] = [
  ['先跟法国一个所谈过，没谈拢，最后定的是西班牙的阿尔瓦大学', '西班牙的阿尔瓦大学'],
  ['原本想找意大利那边，人家没回信，后来换成了葡萄牙波尔图的一家公司', '葡萄牙波尔图的一家公司'],
  ['跟德国谈过，谈成了，是吉森大学', '跟德国谈过，谈成了，是吉森大学'],
  ['以前没合作过，现在跟法国里昂的蓝湾大学合作', '以前没合作过，现在跟法国里昂的蓝湾大学合作'],
];

const notKnown = [
  '简历没给我，学历这块空着',
  '法人证书在办公室锁着，得找小罗拿钥匙才看得到',
  '外事处经手的，什么文字我压根没见着',
  '我只负责打印，报没报过别的不归我管',
  '手边没执照，等我回单位抄给你',
  '名单在改，谁前谁后还没吵出结果',
];
const told = ['三处都标了', '我们学校是公办的', '合作方在德国吉森', '协议签了，章也盖了', '这个要填什么？'];

describe('what is said of another', () => {
  it.each(ofOthers)('%s: of this one only', (said, own) => {
    expect(ofThisOne(said)).toBe(own);
  });

  it.each(abandoned)('%s: who fell through is no partner', (said, left) => {
    expect(withoutAbandoned(said)).toBe(left);
  });

  it('of several countries only the clauses about a known partner stay', () => {
    const partners = [{ country: '德国' }];
    expect(ofThisPartner('跟法国那家来往十来年了，德国这家今年初才联系上', partners)).toBe('德国这家今年初才联系上');
    expect(ofThisPartner('来往十来年了，材料附了', partners)).toBe('来往十来年了，材料附了');
  });
});

describe('not known, told at length', () => {
  it.each(notKnown)('%s', (text) => {
    expect(tellsNotKnown(text)).toBe(true);
  });

  it.each(told)('%s: something is told or asked', (text) => {
    expect(tellsNotKnown(text)).toBe(false);
  });

  it('a figure beside it may be asked about, so it is not taken for not known', () => {
    expect(tellsOnlyNotKnown('大概是1975年，档案还锁着')).toBe(false);
  });
});

it('takes at most 50 ms, even for hostile repetition', () => {
  const germans = (text: string) => ofThisPartner(text, [{ country: '德国' }]);
  for (const read of [ofThisOne, withoutAbandoned, tellsNotKnown, germans]) {
    expect(slowest(read)).toBeLessThanOrEqual(50);
    for (const words of ['没跟我说', '那是去年的，', '先谈过，没谈拢，', '法国那家，', '等我回', '得找他才看'])
      expect(slowest(() => read(words.repeat(400).slice(0, 400)))).toBeLessThanOrEqual(50);
  }
});
