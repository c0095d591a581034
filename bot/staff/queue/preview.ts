/** An answer as it will arrive: in the channel's own messages, before it is sent. */
import type { Guide } from '../../../knowledge/guide.ts';
import { saidIn } from '../../../state/said.ts';
import type { DeskSpan } from '../../../state/summary.ts';
import type { Presenting } from '../../channels/channel.ts';
import { replyText } from '../../handover.ts';
import { type Html, html } from '../../html.ts';
import type { Draft } from './answerForm.ts';
import { clausesOf } from './clauses.ts';
import { theirs } from './look.ts';
import { short } from './words.ts';

/** The messages that the person will see. */
function messagesOf(draft: Draft, item: Pick<DeskSpan, 'state'>, { present, split }: Presenting): string[] {
  const message = present({ text: replyText(draft, item, 'zh') });
  return (split?.(message) ?? [message]).map((part) => saidIn({ ...part }));
}

export function previewView(
  draft: Draft,
  item: Pick<DeskSpan, 'state'>,
  shape: Presenting | undefined,
  guide: Guide,
): Html {
  const quote = clausesOf(guide).get(draft.clause)?.quote;
  const messages = draft.text === '' || !shape ? [] : messagesOf(draft, item, shape);
  return html`<div id="preview">
${quote === undefined ? undefined : html`<blockquote class="quote"><cite>${draft.clause}</cite><q>${short(quote, 160)}</q></blockquote>`}
${messages.length === 0 ? undefined : html`<p class="hint">对方将看到${messages.length > 1 ? `（分 ${messages.length} 条）` : ''}：</p><ol class="talk">${messages.map((each) => html`<li class="said staff"><div class="bubble">${theirs(each)}</div></li>`)}</ol>`}
</div>`;
}
