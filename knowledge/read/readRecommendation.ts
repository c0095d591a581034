/** Whether the letter of recommendation is there: 三, 附5 一. A letter of a professor is none. */
import type { Reading } from '../reading.ts';
import { ofThisOne } from './ofAnother.ts';
import { readYesNo } from './readYesNo.ts';
import { ask, clauses, saysUnknown, statements, unknown, value } from './tidy.ts';

const office =
  /科技局|科技厅|教育厅|卫健委|农业农村厅|工信厅|国资委|主管|部门|管委会|局里|厅里|单位推荐|市局|省厅|区里|市里/;
const people = /推荐信|(?:导师|院士|教授|专家|老师)[^,。]{0,4}(?:写|签|推荐)/;
const letter = /推荐|日期|章|重开|函|公函|函件|文号/;
/** 函号〔2023〕31号, 科技局开的, 公章也盖了: a letter that exists. */
const there =
  /文号|函号|〔\d{4}〕|\[\d{4}\]|\(\d{4}\)|(?:开|出|给|盖|批|发|签|拿)(?:具|出|过|来|好)*的(?:章|函)?$|(?:办|弄)(?:出|过|来|好|下)+的(?:章|函)?$|函[^,没未]{0,4}(?:下来|出来|到)了|在(?:我|他|她|办公|科研|抽屉|手|桌|文件|档案|包|柜)|已[^,没未]{0,10}(?:出具|开具|取得|获得|核发)|已[^,没未]{0,8}推荐|已[^没未]{0,6}(?:函|扫描|上传|附|齐)|原件|扫描件|复印件|电子版[^没未]{0,4}[有传发]|(?:领|拿|取|收|寄|送|发|传|攒)(?:到|来|回|过来|了)|红头|盖(?:着|有|好|了)?[^,没未]{0,6}(?:公章|红章|大印|章)/;
/** 不知道找谁开: who does not know whom to ask has none. */
const nobodyAsked =
  /(?:不知道|不晓得|不清楚|没搞清|搞不清)[^,。;]{0,6}(?:找|问|向|跟|去)(?:谁|哪|什么)[^,。;]{0,6}开|找谁开|找(?:哪|什么)[^,。;]{0,8}开|找不到[^,。;]{0,4}开/;
/** Not the letter itself. */
const template = /推荐函的?(?:模板|样本|范本|格式|草稿|初稿|底稿)[^,]{0,6}(?:有|好|写|填|弄|做|拟)[^,]{0,2}$/;
/** 科技局周五给, 还差领导签字. */
const toCome =
  /(?:压|卡|搁|放|堵|停|积)在[^,]{0,8}(?:局|厅|部|委|那|手里|科长|处长|领导|桌上)(?!了)|(?<!上|上个)(?:周|星期|礼拜)[一二三四五六日天末底][^,了]{0,6}(?:给|出|开|拿|发|盖)(?![了的过])|[还就只]差[^,]{0,10}(?:签|盖|批|章|流程)/;
/** A letter for something else. */
const otherProject =
  /(?:另|别的?|其[他它]|上|前)(?:外|一)?(?:一?个|的|次|回)?(?:项目|课题|批|年度)|(?:上次|上回|去年|前年)[^,]{0,10}(?:的|那[份张个])(?:推荐)?函/;
const notFetched =
  /(?<=开[好出]了?|开了|办好了)[^,，。;；]{0,8}(?:没|未)(?:有)?(?:去|来得及)?(?:拿|取|领)(?:呢|回来)?/g;
/** 我不清楚弄好没: how far it has got is what is not known. */
const whetherDone =
  /(?:开|出|盖|批|发|拿|办|弄|搞)(?:好|完|出来|下来|到|妥)?了?没(?:有)?$|有没有(?:开|出|盖|批|拿|办|弄)|(?:开|盖|批|拿|办|弄)没(?:开|盖|批|拿|办|弄)/;
const hint = '要的是主管部门或科技管理部门开的推荐函，不是专家的推荐信。推荐函开了吗？';

/** Reads 开了, 在走流程, 科技局前天盖的章. */
export function readRecommendation(typed: string): Reading<boolean> | undefined {
  const text = ofThisOne(typed);
  if (text === '') return ask(hint);
  // 函开好了没去拿: it is there all the same.
  const said = statements(text.replace(notFetched, ''));
  const whole = said?.join('。') ?? '';
  if (people.test(text) && !/推荐函/.test(text) && !office.test(whole)) return ask(hint);
  if (template.test(whole) && !/[没未]/.test(whole)) return ask(hint);
  // 去年报另一个项目的函倒是有: of another application.
  if (clauses(said ?? []).some((part) => otherProject.test(part)) && !/这次|本次|这个项目|新开/.test(whole))
    return ask(hint);
  if (clauses(said ?? []).some((part) => saysUnknown(part) && whetherDone.test(part))) return unknown;
  const answer = readYesNo(text.replace(notFetched, ''), {
    thing: letter,
    shown: there,
    aside: /材料|申报书|协议|申请书|领导(?:同意|批|签)|审计|翻译|^内容|标书|本子/,
  });
  if (answer?.is === 'value' && /应该|按理|理论上/.test(whole))
    return ask('推荐函开了吗？请确认后回复“开了”或“还没开”。');
  if (answer?.is === 'value') return value(answer.value === 'yes', answer.echo);
  if (answer === undefined && clauses(said ?? []).some((part) => toCome.test(part))) return value(false);
  if (nobodyAsked.test(whole)) return value(false);
  return answer;
}
