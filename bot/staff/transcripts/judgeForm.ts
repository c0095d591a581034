/** The form to note something about a line or the whole talk, and to judge it. */
import { type Html, html } from '../../html.ts';
import { mayDo } from '../accounts/account.ts';
import { csrfField } from '../csrf.ts';
import type { StaffRequest } from '../route.ts';
import { listPath, pathId } from './filter.ts';

export interface JudgeFormOptions {
  request: Pick<StaffRequest, 'member'>;
  conversation: string;
  /** Where the reader comes from, as a query. */
  back: string;
  /** Of this page: the same form sent twice has one effect. */
  once: string;
}

/**
 * @param seq the line; undefined for the whole talk
 * @param judging whether it can be wrong: what the person said can only be noted about
 */
export function judgeForm(
  { request, conversation, back, once }: JudgeFormOptions,
  seq: number | undefined,
  judging: boolean,
): Html {
  const { member } = request;
  const about = seq === undefined ? '整段对话' : `第 ${seq} 行`;
  const id = `t${seq ?? ''}`;
  const { segment, named } = pathId(conversation);
  const to = (act: string): string => `${listPath}/${segment}/${act}`;
  const reviewing = judging && mayDo(member.role, 'reviewer');
  return html`<details class="more judge"><summary>批注${judging ? '或标记' : ''}<span class="visually-hidden">${about}</span></summary>
<form method="post" action="${to('note')}">${csrfField(request)}<input type="hidden" name="once" value="${once}"><input type="hidden" name="back" value="${back}">${named === undefined ? undefined : html`<input type="hidden" name="id" value="${named}">`}${seq === undefined ? undefined : html`<input type="hidden" name="line" value="${seq}">`}
<div class="field"><label for="${id}">对${about}的批注${judging ? '，或应有的答复' : ''}</label><textarea id="${id}" name="text" rows="3" maxlength="4000"></textarea></div>
<div class="actions"><button class="small">记下批注</button>${judging ? html`<button class="small plain" formaction="${to('flag')}">标记有误</button>` : undefined}${
    reviewing
      ? html`<button class="small plain" formaction="${to('judge')}" name="mark" value="corrected">记为更正</button><button class="small plain" formaction="${to('judge')}" name="mark" value="reviewed">标记已复核</button><button class="small link" formaction="${to('judge')}" name="mark" value="cleared">撤销标记</button>`
      : undefined
  }</div></form></details>`;
}
