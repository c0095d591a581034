/** Whether the letter of recommendation is there: 三, 附5 一. A letter of a professor is none. */
import type { Reading } from '../reading.ts';
import { readYesNo } from './readYesNo.ts';
import { ask, statements, value } from './tidy.ts';

const office =
  /科技局|科技厅|教育厅|卫健委|农业农村厅|工信厅|国资委|主管|部门|管委会|局里|厅里|单位推荐|市局|省厅|区里|市里/;
const people = /推荐信|(?:导师|院士|教授|专家|老师)[^,。]{0,4}(?:写|签|推荐)/;
const letter = /推荐|日期|章|重开|函|公函|函件|文号/;
/** 函号〔2023〕31号, 科技局开的, 公章也盖了: a letter that exists. */
const there =
  /文号|函号|〔\d{4}〕|\[\d{4}\]|\(\d{4}\)|(?:开|出|给|盖|批|发|签|拿|办|弄)(?:具|出|过|来|好)*的(?:章|函)?$|在(?:我|他|她|办公|科研|抽屉|手|桌|文件|档案|包|柜)|已[^,没未]{0,10}(?:出具|开具|取得|获得|核发)|已[^,没未]{0,8}推荐|已[^没未]{0,6}(?:函|扫描|上传|附|齐)|原件|扫描件|复印件|电子版[^没未]{0,4}[有传发]|(?:领|拿|取|收|寄|送|发|传|攒)(?:到|来|回|过来|了)|红头|盖(?:着|有|好|了)?[^,没未]{0,6}(?:公章|红章|大印|章)/;
/** 不知道找谁开: who does not know whom to ask has none. */
const nobodyAsked =
  /(?:不知道|不晓得|不清楚|没搞清|搞不清)[^,。;]{0,6}(?:找|问|向|跟|去)(?:谁|哪|什么)[^,。;]{0,6}开|找谁开|找(?:哪|什么)[^,。;]{0,8}开|找不到[^,。;]{0,4}开/;
const hint = '要的是主管部门或科技管理部门开的推荐函，不是专家的推荐信。推荐函开了吗？';

/** Reads 开了, 在走流程, 科技局前天盖的章. */
export function readRecommendation(text: string): Reading<boolean> | undefined {
  const said = statements(text);
  const whole = said?.join('。') ?? '';
  if (people.test(text) && !/推荐函/.test(text) && !office.test(whole)) return ask(hint);
  const answer = readYesNo(text, {
    thing: letter,
    shown: there,
    aside: /材料|申报书|协议|申请书|领导(?:同意|批|签)|审计|翻译|^内容|标书|本子/,
  });
  if (answer?.is === 'value' && /应该|按理|理论上/.test(whole))
    return ask('推荐函开了吗？请确认后回复“开了”或“还没开”。');
  if (answer?.is === 'value') return value(answer.value === 'yes', answer.echo);
  if (nobodyAsked.test(whole)) return value(false);
  return answer;
}
