import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '@/lib/core/time';
import { isTimeZone, parseWallClock } from '@/lib/core/wall-clock';

const utc = (text: string, timeZone: string) => {
  const at = parseWallClock(text, timeZone);
  return at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z');
};

describe('parseWallClock', () => {
  it.each([
    ['winter', '2026-12-01T22:00', 'Europe/Berlin', '2026-12-01T21:00:00Z'],
    ['summer', '2026-07-01T22:00', 'Europe/Berlin', '2026-07-01T20:00:00Z'],
    ['UTC', '2026-12-01T22:00:30', 'UTC', '2026-12-01T22:00:30Z'],
    ['half an hour ahead', '2026-12-01T22:00', 'Asia/Kolkata', '2026-12-01T16:30:00Z'],
    ['behind UTC, on the next day', '2026-12-31T22:00', 'America/Los_Angeles', '2027-01-01T06:00:00Z'],
    ['the far side of the date line', '2026-12-01T00:00', 'Pacific/Kiritimati', '2026-11-30T10:00:00Z'],
    ['just before the clocks go forward', '2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00Z'],
    ['in the hour that is skipped', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['just after the clocks went forward', '2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['in the hour that comes twice', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['after the hour that comes twice', '2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T02:00:00Z'],
    ['skipped in New York', '2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['twice in New York', '2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
    ['a change of half an hour', '2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'],
    ['clocks that change at midnight', '2026-04-24T00:30', 'Africa/Cairo', '2026-04-23T22:30:00Z'],
    ['the leap day', '2028-02-29T12:00', 'UTC', '2028-02-29T12:00:00Z'],
    ['an offset of its own', '2026-12-01T22:00+02:00', 'America/New_York', '2026-12-01T20:00:00Z'],
    ['Z', '2026-12-01T22:00Z', 'America/New_York', '2026-12-01T22:00:00Z'],
  ])('%s', (_case, text, timeZone, expected) => {
    expect(utc(text, timeZone)).toBe(expected);
  });

  it.each([
    '2026-02-30T10:00',
    '2027-02-29T10:00',
    '2026-13-01T10:00',
    '1969-12-31T10:00',
    '2200-01-01T10:00',
    '2026-12-01T24:00',
    '2026-12-01',
    '22:00',
    'soon',
    '',
  ])('refuses %s', (text) => {
    expect(parseWallClock(text, 'UTC')).toBeNull();
  });

  it('gives back the same wall clock, unless the clocks skip it', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Pacific/Apia',
    );
    const minutes = fc.integer({ min: 0, max: 40 * 365 * 24 * 60 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const text = new Date(minute * 60_000 + 10 * 365 * DAY_MS).toISOString().slice(0, 16);
        const at = parseWallClock(text, zone);
        const shown = new Date(at ?? 0).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T').slice(0, 16);
        // A day, for Apia left out the whole 30th of December 2011.
        if (shown !== text) expect(Date.parse(`${shown}Z`) - Date.parse(`${text}Z`)).toBeLessThanOrEqual(DAY_MS);
        expect(shown >= text).toBe(true);
      }),
    );
  });
});

describe('isTimeZone', () => {
  it.each([
    ['Europe/Berlin', true],
    ['UTC', true],
    ['Europe/Atlantis', false],
    ['+02:00', false],
    ['', false],
  ])('%s: %s', (name, expected) => {
    expect(isTimeZone(name)).toBe(expected);
  });
});
