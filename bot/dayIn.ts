/** Which day it is in a zone. */

/** In every zone of today days begin on a quarter of an hour, so that one formatting serves that long. */
const quarter = 15 * 60 * 1000;

/** Gives the way to tell the ISO date of a moment in an IANA zone. */
export function dayIn(timeZone: string): (time: Date) => string {
  const days = new Intl.DateTimeFormat('sv-SE', { timeZone });
  let last = { quarter: Number.NaN, day: '' };
  return (time) => {
    const now = Math.floor(time.getTime() / quarter);
    if (now !== last.quarter) last = { quarter: now, day: days.format(time) };
    return last.day;
  };
}
