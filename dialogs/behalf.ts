/** The two questions before the guide's own: who is asking, and which name to use for the lead. */
import type { Language } from '../knowledge/language.ts';
import type { CaseRecord } from '../state/conversation.ts';
import type { Taken } from './takeAnswer.ts';
import { words } from './wording.ts';

const forOther = /帮(?!助)|代(?:他|她|人|老师|表)|替|别人|同事|老师问|领导|客户|学生|不是本人|^2$/;
const self = /本人|自己|我就是|是我|负责人|^1$|我$|^是/;
/** Said unasked, only these tell on whose behalf. */
const plainlyOther =
  /(?:帮|替|代)(?:我们?|咱们?)?(?:.{0,14})(?:问|看|查|填|咨询|了解|申报)|帮(?:老师|同事|领导|导师|老板|客户)/;
const plainlySelf =
  /我(?:就)?是(?:项目)?负责人|负责人(?:就)?是(?:我|本人)|本人(?:是负责人|牵头|负责)|我(?:来|自己)?(?:当|做|任)负责人|我(?:自己)?牵头/;
/** 帮我看看, 替我们查一下: asked of us, for nobody else. */
const plea = /(?:请|麻烦)?(?:帮|替|给)(?:我们?|咱们?|忙|一下)*(?=[看查问算了找解测核对判瞧]|$)/g;
/** 帮张老师问 gives the name to use. */
const named =
  /(?:帮|替|代)(?:我们?|咱们?)?(?:的|学院|单位|公司|所里|院里)*(\p{Script=Han}{1,2}(?:老师|教授|主任|院长|博士|所长|总|经理|工|校长))/u;

/** Who asks. What is not understood is asked again once, then taken as in person: no verdict depends on it. */
export function takeBehalf(
  text: string,
  record: CaseRecord,
  language: Language,
  how: 'asked' | 'opening' = 'asked',
): Taken {
  const said = text.normalize('NFKC').trim().slice(0, 100);
  const name = named.exec(said)?.[1];
  if (name !== undefined && !/^(?:导师|老师)$/.test(name)) return withName(name, record);
  if (how === 'opening') {
    if (plainlyOther.test(said.replace(plea, ''))) return answered({ ...record, behalf: { name: '' } });
    return plainlySelf.test(said) ? answered({ ...record, behalf: 'self' }) : { record, said: [], basis: {} };
  }
  if (forOther.test(said)) return answered({ ...record, behalf: { name: '' } });
  if (self.test(said) || (record.asking?.tries ?? 0) >= 1) return answered({ ...record, behalf: 'self' });
  return {
    record: { ...record, asking: { id: 'behalf', tries: 1, again: false } },
    said: [words(language).behalfRetry],
    basis: {},
  };
}

function answered({ asking: _done, ...record }: CaseRecord): Taken {
  return {
    record: { ...record, trail: [...record.trail.filter((id) => id !== 'behalf'), 'behalf'] },
    said: [],
    basis: {},
  };
}

function withName(name: string, record: CaseRecord): Taken {
  const { record: after } = answered({ ...record, behalf: { name } });
  return { record: { ...after, trail: [...after.trail, 'behalf.name'] }, said: [], basis: {} };
}

/** 本人, 就是我自己, where a name was asked: nobody else is meant. */
const ownSelf = /^(?:就是|我就?是|是)?(?:我|本人|我自己|我本人|负责人本人|我就是负责人)(?:啊|呀|哈|的)?[。.!！~～]*$/;

/** The name to use in the questions, at most 8 letters; none is fine. */
export function takeBehalfName(text: string, { asking: _done, ...record }: CaseRecord): Taken {
  if (ownSelf.test(text.normalize('NFKC').trim())) return answered({ ...record, behalf: 'self' });
  const first =
    text
      .normalize('NFKC')
      .trim()
      .split(/[,，。;；、\n]|大家|呀|啊/)[0] ?? '';
  const name = first
    .replace(/^(?:他|她|叫|是|姓名是?|名字叫?|称呼|就叫|您?可以叫)+/, '')
    .replace(/^姓([\p{Script=Han}]{1,2})$/u, '$1老师')
    .replace(/[^\p{Script=Han}A-Za-z·. ]/gu, '')
    .trim();
  const usable = [...name].length <= 8 && !/跳过|不方便|不用|没有|随便|不知道|说过/.test(name) ? name : '';
  return {
    record: { ...record, behalf: { name: usable }, trail: [...record.trail, 'behalf.name'] },
    said: [],
    basis: {},
  };
}
