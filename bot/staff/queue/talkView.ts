/** The talk around a question: its last lines, and the part that brings what is said meanwhile. */
import { createHash } from 'node:crypto';
import { type Html, html } from '../../html.ts';
import { clockOf, dayOf } from '../transcripts/days.ts';
import { transcriptPath } from '../transcripts/filter.ts';
import type { ShownLine } from '../transcripts/shown.ts';
import { deliveredView } from './deliveredView.ts';
import { itemPath, type Looking, theirs } from './look.ts';
import type { LivePacket, Packet } from './packet.ts';
import { strip } from './strip.ts';

/** Longer words are folded. */
const longest = 260;

/** Seconds from one look to the next. */
const every = 3;

export function talkView(packet: Packet, looking: Looking): Html {
  const { conversation, lines, earlier, last, seq } = packet;
  const whole = transcriptPath(conversation, { line: seq });
  return html`<section class="card talking" aria-label="对话">
<div class="heading"><h2>对话</h2><a href="${whole}">${earlier > 0 ? `看全部（前面还有 ${earlier} 条）` : '看全部'}</a></div>
<div class="scroll" tabindex="0" role="log" aria-label="对话的最后几条"><ol class="talk" id="talk">${lines.map((line) => lineView(line, looking, seq))}</ol></div>
${poll(packet.item.item, last, marksOf(packet, looking))}
</section>`;
}

/** What the page asks for again and again: new lines, and what has changed otherwise. */
export function livePart(live: LivePacket, seen: string, looking: Looking): Html {
  const { item, lines, last } = live;
  const marks = marksOf(live, looking);
  const changed = marks !== seen;
  return html`${poll(item.item, last, marks)}
${lines.length > 0 ? html`<ol id="talk" hx-swap-oob="beforeend">${lines.map((line) => lineView(line, looking))}</ol>` : undefined}
${changed ? strip(live, looking) : undefined}
${changed ? deliveredView(live, looking) : undefined}`;
}

const poll = (item: string, last: number, marks: string): Html =>
  html`<div id="live" hx-get="${itemPath(item)}/live?after=${last}&seen=${marks}" hx-trigger="every ${every}s" hx-swap="outerHTML" hx-select-oob="#strip,#delivered"></div>`;

/** Tells whether anything but the lines has changed: what has not is left alone, so that no button moves under a hand. */
function marksOf(live: LivePacket | Packet, looking: Looking): string {
  const shown = { ...looking, newId: () => '' };
  const text = `${strip(live, shown)}${deliveredView(live, shown)}`;
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

function lineView({ line, kind, said, card }: ShownLine, { timeZone, now }: Looking, here?: number): Html {
  const time =
    dayOf(line.at, timeZone) === dayOf(now.toISOString(), timeZone)
      ? clockOf(line.at, timeZone)
      : `${dayOf(line.at, timeZone).slice(5)} ${clockOf(line.at, timeZone)}`;
  if (kind === 'event') return html`<li class="event">${theirs(said)} ${time}</li>`;
  const text = theirs([said, card].filter((each) => each !== '').join('\n'));
  const who = { person: '申报人', bot: '助手', clerk: line.staff?.name ?? '咨询台' }[kind];
  return html`<li class="said ${kind === 'clerk' ? 'staff' : kind}${line.seq === here ? ' here' : ''}">
<div class="bubble">${folded(text)}</div>
<p class="meta"><span>${who}</span> <span>${time}</span></p>
</li>`;
}

function folded(text: string): Html {
  const signs = [...text];
  if (signs.length <= longest) return html`${text}`;
  const cut = signs.slice(0, longest).join('');
  return html`${cut}…<details class="more"><summary>全文</summary>${text}</details>`;
}
