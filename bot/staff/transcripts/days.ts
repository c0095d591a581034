/** Days of a zone as moments: what a condition on days means, and back. */

const parts = new Map<string, Intl.DateTimeFormat>();
const dayPattern = /^\d{4}-\d\d-\d\d$/;

/** `2023-05-08T13:00:00` as a clock on the wall of that zone shows it. */
function wall(moment: number, timeZone: string): string {
  let format = parts.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    parts.set(timeZone, format);
  }
  return format.format(moment).replace(' ', 'T');
}

/** Whether it is a day of the calendar, in ISO. */
export function isDay(text: string): boolean {
  if (!dayPattern.test(text)) return false;
  const time = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text) && text >= '1970-01-02' && text < '9999';
}

/** The ISO day that lies `days` behind the given one. */
export function dayAfter(day: string, days = 1): string {
  const time = new Date(`${day}T00:00:00.000Z`);
  time.setUTCDate(time.getUTCDate() + days);
  return time.toISOString().slice(0, 10);
}

/** The moment at which an ISO day begins in the zone, in UTC. */
export function startOfDay(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  let moment = midnight;
  // Twice: the first step may cross a change of the clock.
  for (let step = 0; step < 2; step += 1) moment += midnight - Date.parse(`${wall(moment, timeZone)}.000Z`);
  return new Date(moment).toISOString();
}

/** The ISO day that begins at this very moment in the zone, if one does. */
export function dayBegunAt(time: string, timeZone: string): string | undefined {
  const day = dayOf(time, timeZone);
  return startOfDay(day, timeZone) === time ? day : undefined;
}

/** The ISO day of a moment in the zone. */
export function dayOf(time: string, timeZone: string): string {
  return wall(Date.parse(time), timeZone).slice(0, 10);
}

/** Day, hour and minute of a moment in the zone: `2023-05-08 13:05`. */
export function minuteOf(time: string, timeZone: string): string {
  return wall(Date.parse(time), timeZone).slice(0, 16).replace('T', ' ');
}

/** Hour and minute: `13:05`. */
export function clockOf(time: string, timeZone: string): string {
  return wall(Date.parse(time), timeZone).slice(11, 16);
}
