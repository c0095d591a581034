/** The two questions before the guide's own: who is asking, and which name to use for the lead. */
import type { Language } from '../knowledge/language.ts';
import type { CaseRecord } from '../state/conversation.ts';
import type { Taken } from './takeAnswer.ts';
import { words } from './wording.ts';

const forOther = /帮|代|替|别人|同事|老师问|领导|客户|学生|不是本人|2/;
const self = /本人|自己|我就是|是我|负责人|1|我$|^是/;

/** Who asks. What is not understood is asked again once, then taken as in person: no verdict depends on it. */
export function takeBehalf(text: string, record: CaseRecord, language: Language): Taken {
  const said = text.normalize('NFKC').slice(0, 100);
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

/** The name to use in the questions, at most 8 letters; none is fine. */
export function takeBehalfName(text: string, { asking: _done, ...record }: CaseRecord): Taken {
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
