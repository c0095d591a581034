/** What a person sees of an activity, as one text: what searching looks through in every home. */

/**
 * The activity's text, then the texts of its Adaptive Cards from top to bottom, one a line. Buttons, field names and
 * `channelData` are not part of it.
 */
export function saidIn(activity: Record<string, unknown>): string {
  const said: string[] = typeof activity.text === 'string' && activity.text !== '' ? [activity.text] : [];
  // A list of what is still to be looked at instead of recursion: how deep an activity is nested is up to its sender.
  const open: unknown[] = Array.isArray(activity.attachments) ? activity.attachments.toReversed() : [];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    if ('type' in part && (part.type === 'TextBlock' || part.type === 'TextRun') && 'text' in part) {
      if (typeof part.text === 'string') said.push(part.text);
    } else {
      // `undefined` would end the loop; plain JSON has none.
      open.push(...Object.values(part).toReversed());
    }
  }
  return said.join('\n');
}

/** The form in which texts are compared, so that case does not count. */
export function folded(text: string): string {
  return text.toLowerCase();
}
