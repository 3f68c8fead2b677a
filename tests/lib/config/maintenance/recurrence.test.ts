import { describe, expect, it } from 'vitest';
import { readRecurrence } from '@/lib/config/maintenance/recurrence';

const messageOf = (text: string) => {
  const reading = readRecurrence(text);
  return reading.ok ? null : reading.message;
};

describe('readRecurrence', () => {
  it.each([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,TH;INTERVAL=2;WKST=SU',
    'FREQ=MONTHLY;BYDAY=1TU',
    'FREQ=MONTHLY;BYDAY=-1FR,+2MO',
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    'FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SA',
    'FREQ=YEARLY;BYYEARDAY=1,-1',
    'FREQ=DAILY;COUNT=1000',
    'FREQ=DAILY;UNTIL=20271231',
    'FREQ=DAILY;UNTIL=99991231T235959Z',
    'rrule:freq=weekly;byday=mo',
    ' FREQ=DAILY ',
  ])('takes %s', (text) => {
    expect(messageOf(text)).toBeNull();
  });

  it.each([
    ['', 'must be a rule such as "FREQ=MONTHLY;BYDAY=1TU"'],
    ['every first Tuesday', 'must be a rule such as "FREQ=MONTHLY;BYDAY=1TU"'],
    ['FREQ=DAILY;', 'must be a rule such as "FREQ=MONTHLY;BYDAY=1TU"'],
    ['DTSTART:20260101T000000Z\nRRULE:FREQ=DAILY', 'must be a rule such as "FREQ=MONTHLY;BYDAY=1TU"'],
    ['FREQ=DAILY\nEXDATE:20260101', 'must be a rule such as "FREQ=MONTHLY;BYDAY=1TU"'],
    ['BYDAY=MO', 'must repeat by the day at most: FREQ is DAILY, WEEKLY, MONTHLY, YEARLY'],
    ['FREQ=SECONDLY', 'must repeat by the day at most: FREQ is DAILY, WEEKLY, MONTHLY, YEARLY'],
    ['FREQ=MINUTELY;COUNT=2', 'must repeat by the day at most: FREQ is DAILY, WEEKLY, MONTHLY, YEARLY'],
    ['FREQ=HOURLY', 'must repeat by the day at most: FREQ is DAILY, WEEKLY, MONTHLY, YEARLY'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'must not hold FREQ twice'],
    ['FREQ=DAILY;BYHOUR=0,1,2', 'must not hold BYHOUR: "start" says the time of day'],
    ['FREQ=DAILY;BYSECOND=0', 'must not hold BYSECOND: "start" says the time of day'],
    ['FREQ=DAILY;COLOR=RED', 'must not hold COLOR, which is no part of a rule here'],
    ['RSCALE=CHINESE;FREQ=YEARLY', 'must not hold RSCALE, which is no part of a rule here'],
    ['FREQ=DAILY;INTERVAL=0', 'must be a rule: INTERVAL must be a number from 1 to 1000'],
    ['FREQ=DAILY;INTERVAL=99999999', 'must be a rule: INTERVAL must be a number from 1 to 1000'],
    ['FREQ=DAILY;COUNT=-1', 'must be a rule: COUNT must be a number from 1 to 1000'],
    ['FREQ=DAILY;COUNT=1e3', 'must be a rule: COUNT must be a number from 1 to 1000'],
    ['FREQ=DAILY;COUNT=1001', 'must be a rule: COUNT must be a number from 1 to 1000'],
    [
      'FREQ=DAILY;UNTIL=20270230',
      'must be a rule: UNTIL must be a day such as 20271231 or a time such as 20271231T230000Z',
    ],
    [
      'FREQ=DAILY;UNTIL=2027-12-31',
      'must be a rule: UNTIL must be a day such as 20271231 or a time such as 20271231T230000Z',
    ],
    [
      'FREQ=MONTHLY;BYDAY=1',
      'must be a rule: BYDAY must be weekdays such as MO,TH, or 1TU for the first and -1FR for the last',
    ],
    [
      'FREQ=MONTHLY;BYDAY=0TU',
      'must be a rule: BYDAY must be weekdays such as MO,TH, or 1TU for the first and -1FR for the last',
    ],
    ['FREQ=DAILY;BYMONTH=13', 'must be a rule: BYMONTH must be months from 1 to 12'],
    ['FREQ=DAILY;BYMONTHDAY=32', 'must be a rule: BYMONTHDAY must be days from 1 to 31, or -1 for the last'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'must be a rule: BYMONTHDAY must be days from 1 to 31, or -1 for the last'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,', 'must be a rule: BYMONTHDAY must be days from 1 to 31, or -1 for the last'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20271231', 'must not hold both COUNT and UNTIL'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'must not hold BYMONTHDAY with FREQ=WEEKLY'],
    ['FREQ=MONTHLY;BYYEARDAY=1', 'must not hold BYYEARDAY without FREQ=YEARLY'],
    ['FREQ=DAILY;BYWEEKNO=1', 'must not hold BYWEEKNO without FREQ=YEARLY'],
    ['FREQ=WEEKLY;BYDAY=1TU', 'must not number the weekdays of BYDAY with FREQ=WEEKLY'],
    ['FREQ=YEARLY;BYDAY=1TU;BYWEEKNO=2', 'must not number the weekdays of BYDAY beside BYWEEKNO'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'must not hold BYSETPOS without another BY part to choose from'],
    [`FREQ=DAILY;BYMONTH=${'1,'.repeat(100)}1`, 'must be at most 200 characters long'],
  ])('refuses %j', (text, message) => {
    expect(messageOf(text)).toBe(message);
  });

  it.each([
    ['20271231', { kind: 'wall', wallMs: Date.UTC(2027, 11, 31, 23, 59, 59) }],
    ['20271231T220000', { kind: 'wall', wallMs: Date.UTC(2027, 11, 31, 22) }],
    ['20271231T220000Z', { kind: 'instant', at: Date.UTC(2027, 11, 31, 22) }],
    ['99991231', { kind: 'wall', wallMs: Date.UTC(2199, 11, 31, 23, 59, 59) }],
  ])('reads UNTIL=%s', (text, until) => {
    expect(readRecurrence(`FREQ=DAILY;UNTIL=${text}`)).toMatchObject({
      recurrence: { until, rule: 'FREQ=DAILY', interval: 1, isCounted: false },
    });
  });
});
