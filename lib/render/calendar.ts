// Announced work as an iCalendar (RFC 5545) that people subscribe to. All instants are in UTC, so no time zone has to be
// described and no calendar can misread one. Pure.

import type { MaintenanceListView, MaintenanceView } from '@/lib/core/maintenance-view';
import { SECOND_MS, type UnixMs } from '@/lib/core/time';
import { clockText, dayText, isoText, listText } from '@/lib/core/words/format';
import { safeText } from '@/lib/core/words/safe-text';

/** Section 3.1: octets of a line, its end not counted. */
const LINE_LIMIT = 75;

export interface CalendarPlace {
  /** Where people open the page. */
  url: string;
  /**
   * Null when nobody has said where the page is. Else it makes each event's name differ from those of other Rollcalls; the
   * host of a request does not, since it may be another one tomorrow and each event would stand there twice.
   */
  configuredUrl: string | null;
}

export function maintenanceCalendar(view: MaintenanceListView, { url, configuredUrl }: CalendarPlace): string {
  const host = configuredUrl === null ? NOBODYS_HOST : new URL(configuredUrl).hostname.replace(/[[\]]/g, '');
  const events = view.windows.flatMap((window) => eventLines(window, { view, url, host }));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rollcall//Maintenance//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(`${view.page.title}: maintenance`)}`,
    // The older name of the same, for those that do not know RFC 7986.
    `X-WR-CALNAME:${text(`${view.page.title}: maintenance`)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...(events.length > 0 ? events : NOTHING),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A name that nobody can hold (RFC 6761), as in the ids of feeds. */
const NOBODYS_HOST = 'rollcall.invalid';

/** A calendar must have one component at least (section 3.4); this one says nothing. */
const NOTHING = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

interface Place {
  view: MaintenanceListView;
  url: string;
  host: string;
}

function eventLines(window: MaintenanceView, { view, url, host }: Place): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${window.uid}@${host}`,
    // Not the present time: the same facts make the same bytes.
    `DTSTAMP:${utc(window.changedAt)}`,
    `CREATED:${utc(window.announcedAt)}`,
    `LAST-MODIFIED:${utc(window.changedAt)}`,
    // Section 3.8.7.4: grows with each change. Seconds until the newest one do, without being counted.
    `SEQUENCE:${Math.max(0, Math.floor((window.changedAt - window.announcedAt) / SECOND_MS))}`,
    `DTSTART:${utc(window.startAt)}`,
    // Rounded up: a window ended early may last half a second, and an event must not be empty.
    `DTEND:${utc(Math.ceil(window.endAt / SECOND_MS) * SECOND_MS)}`,
    `SUMMARY:${text(window.title)}`,
    `DESCRIPTION:${text(...description(window, view))}`,
    `URL:${url}`,
    'STATUS:CONFIRMED',
    // It does not make whoever reads it busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** The zone of the plan is named, for calendars show only that of their reader. */
function description(
  { servers, startAt, endAt, timezone }: MaintenanceView,
  { titles }: MaintenanceListView,
): string[] {
  const names = servers.map((slug) => titles.get(slug) ?? slug);
  const what = servers.length === 0 ? 'Concerns all servers.' : `Concerns ${listText(names, 20)}.`;
  const [from, to] = [startAt, endAt].map((at) => `${dayText(at, timezone)}, ${clockText(at, timezone)}`);
  return [what, `Planned from ${from} to ${to} (${timezone}).`];
}

/** `20261201T210000Z` */
function utc(at: UnixMs): string {
  return `${isoText(at).slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Section 3.3.11. What breaks a line, or is no character to see, does not get into it. */
function text(...lines: string[]): string {
  return lines.map((line) => safeText(line, 2_000).replace(/[\\;,]/g, '\\$&')).join('\\n');
}

/** A line that is too long goes on in the next, after a space. Characters of several octets stay whole. */
function folded(line: string): string {
  let result = '';
  let length = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (length + octets > LINE_LIMIT) {
      result += '\r\n ';
      length = 1;
    }
    result += character;
    length += octets;
  }
  return result;
}
