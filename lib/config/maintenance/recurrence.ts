// A recurrence rule (RFC 5545, section 3.3.10) as people write it, checked part by part before the library sees it: that
// one passes over what it does not understand, so BYMONTHDAY=32 would mean every day. Knows no time zone.
import { DAY_MS, SECOND_MS, type UnixMs } from '@/lib/core/time';
import { readWallClock, type WallMs } from '@/lib/core/wall-clock';

export const RECURRENCE_LENGTH_LIMIT = 200;
const INTERVAL_LIMIT = 1_000;
const COUNT_LIMIT = 1_000;

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
type Frequency = (typeof FREQUENCIES)[number];

/** The last beginning that counts. A day counts as a whole. */
export type Until = { kind: 'instant'; at: UnixMs } | { kind: 'wall'; wallMs: WallMs };

export interface Recurrence {
  frequency: Frequency;
  interval: number;
  /** It ends after so many times, so it can only be followed from its beginning. */
  isCounted: boolean;
  until: Until | null;
  /** In capitals and without UNTIL, which needs a time zone. */
  rule: string;
}

/** `message` follows the name of the key: "must not …". */
export type RecurrenceReading = { ok: true; recurrence: Recurrence } | { ok: false; message: string };

type Parts = ReadonlyMap<string, string>;

const WEEKDAYS = '(?:MO|TU|WE|TH|FR|SA|SU)';
const OF_THE_DAY = ['BYHOUR', 'BYMINUTE', 'BYSECOND'];
const SELECTORS = ['BYDAY', 'BYMONTH', 'BYMONTHDAY', 'BYWEEKNO', 'BYYEARDAY'];

/** What each part may hold; the text ends the sentence "BYMONTH must be …". */
const VALUES: Record<string, { isGood: (value: string) => boolean; words: string }> = {
  INTERVAL: { isGood: isWholeNumber(1, INTERVAL_LIMIT), words: `a number from 1 to ${INTERVAL_LIMIT}` },
  COUNT: { isGood: isWholeNumber(1, COUNT_LIMIT), words: `a number from 1 to ${COUNT_LIMIT}` },
  UNTIL: {
    isGood: (value) => readUntil(value) !== null,
    words: 'a day such as 20271231 or a time such as 20271231T230000Z',
  },
  BYDAY: { isGood: isList(isWeekday), words: 'weekdays such as MO,TH, or 1TU for the first and -1FR for the last' },
  BYMONTH: { isGood: isList(isWholeNumber(1, 12)), words: 'months from 1 to 12' },
  BYMONTHDAY: { isGood: isList(isFromEitherEnd(31)), words: 'days from 1 to 31, or -1 for the last' },
  BYYEARDAY: { isGood: isList(isFromEitherEnd(366)), words: 'days from 1 to 366, or -1 for the last' },
  BYWEEKNO: { isGood: isList(isFromEitherEnd(53)), words: 'weeks from 1 to 53, or -1 for the last' },
  BYSETPOS: { isGood: isList(isFromEitherEnd(366)), words: 'positions from 1 to 366, or -1 for the last' },
  WKST: { isGood: (value) => new RegExp(`^${WEEKDAYS}$`).test(value), words: 'a weekday such as MO' },
};

export function readRecurrence(text: string): RecurrenceReading {
  const refused = (message: string): RecurrenceReading => ({ ok: false, message });
  if (text.length > RECURRENCE_LENGTH_LIMIT)
    return refused(`must be at most ${RECURRENCE_LENGTH_LIMIT} characters long`);
  const parts = new Map<string, string>();
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')) {
    const [, name, value] = /^([A-Z]+)=(.+)$/.exec(part) ?? [];
    if (name === undefined || value === undefined) return refused('must be a rule such as "FREQ=MONTHLY;BYDAY=1TU"');
    if (parts.has(name)) return refused(`must not hold ${name} twice`);
    parts.set(name, value);
  }
  const frequency = FREQUENCIES.find((name) => name === parts.get('FREQ'));
  if (frequency === undefined) return refused(`must repeat by the day at most: FREQ is ${FREQUENCIES.join(', ')}`);
  const fault = valueFault(parts) ?? combinationFault(frequency, parts);
  if (fault !== null) return refused(fault);
  const until = parts.get('UNTIL');
  const recurrence: Recurrence = {
    frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    isCounted: parts.has('COUNT'),
    until: until === undefined ? null : readUntil(until),
    rule: [...parts].flatMap(([name, value]) => (name === 'UNTIL' ? [] : [`${name}=${value}`])).join(';'),
  };
  return { ok: true, recurrence };
}

function valueFault(parts: Parts): string | null {
  for (const [name, value] of parts) {
    if (name === 'FREQ') continue;
    if (OF_THE_DAY.includes(name)) return `must not hold ${name}: "start" says the time of day`;
    const known = VALUES[name];
    if (known === undefined) return `must not hold ${name}, which is no part of a rule here`;
    if (!known.isGood(value)) return `must be a rule: ${name} must be ${known.words}`;
  }
  return null;
}

/** What the RFC forbids beside each other. */
function combinationFault(frequency: Frequency, parts: Parts): string | null {
  const has = (name: string) => parts.has(name);
  if (has('COUNT') && has('UNTIL')) return 'must not hold both COUNT and UNTIL';
  if (has('BYMONTHDAY') && frequency === 'WEEKLY') return 'must not hold BYMONTHDAY with FREQ=WEEKLY';
  for (const name of ['BYYEARDAY', 'BYWEEKNO']) {
    if (has(name) && frequency !== 'YEARLY') return `must not hold ${name} without FREQ=YEARLY`;
  }
  const isNumbered = /\d/.test(parts.get('BYDAY') ?? '');
  if (isNumbered && (frequency === 'DAILY' || frequency === 'WEEKLY')) {
    return `must not number the weekdays of BYDAY with FREQ=${frequency}`;
  }
  if (isNumbered && has('BYWEEKNO')) return 'must not number the weekdays of BYDAY beside BYWEEKNO';
  if (has('BYSETPOS') && !SELECTORS.some(has)) return 'must not hold BYSETPOS without another BY part to choose from';
  return null;
}

/** `20271231`, `20271231T230000` on the clocks of the rule's zone, or `20271231T230000Z`. Null for anything else. */
function readUntil(value: string): Until | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/.exec(value);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zulu] = match;
  // Calendars write the year 9999 for "for ever"; it only has to be later than any plan.
  const clock = readWallClock(
    `${Math.min(Number(year), 2199)}-${month}-${day}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}`,
  );
  if (clock === null) return null;
  if (zulu !== undefined) return { kind: 'instant', at: clock.wallMs };
  return { kind: 'wall', wallMs: hour === undefined ? clock.wallMs + DAY_MS - SECOND_MS : clock.wallMs };
}

function isList(isGood: (item: string) => boolean) {
  return (value: string) => value.split(',').every(isGood);
}

function isWholeNumber(min: number, max: number) {
  return (value: string) => /^\d{1,4}$/.test(value) && Number(value) >= min && Number(value) <= max;
}

/** 1 is the first, -1 the last. */
function isFromEitherEnd(max: number) {
  return (value: string) => isWholeNumber(1, max)(value.replace(/^[+-]/, ''));
}

function isWeekday(value: string): boolean {
  return new RegExp(`^(?:[+-]?(?:[1-9]|[1-4]\\d|5[0-3]))?${WEEKDAYS}$`).test(value);
}
