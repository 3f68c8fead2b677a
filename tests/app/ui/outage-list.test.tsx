// The course of an outage as markup, from prepared views.
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { OutageList } from '@/app/ui/outage-list';
import { MINUTE_MS } from '@/lib/core/time';
import type { OutageStepView } from '@/lib/core/view';
import { outage } from '@/tests/fixtures/outage-views';
import { NOW } from '@/tests/fixtures/views';

const clock = { now: NOW, timezone: 'Europe/Berlin', language: 'en' } as const;
const startedAt = NOW - 20 * MINUTE_MS;

function textOf(steps: OutageStepView[], isUnstable = false): string {
  const view = outage('o', 'degraded', { startedAt, worst: 'down', isUnstable, steps });
  const html = renderToStaticMarkup(<OutageList outages={[view]} clock={clock} />);
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

const step = (minute: number, status: OutageStepView['status'], message?: string): OutageStepView => ({
  at: startedAt + minute * MINUTE_MS,
  status,
  reason: message ? { stage: 'reach', code: null, message } : null,
});

test('an outage that went on as it began has no course', () => {
  expect(textOf([step(0, 'down', 'refused')]).match(/refused/g)).toHaveLength(1);
});

test('one that changed says how, with its worst status above', () => {
  const text = textOf([step(0, 'degraded', 'slow'), step(3, 'down', 'refused'), step(9, 'degraded', 'slow')]);
  expect(text).toMatch(/^ Down .*13:43 Degraded reach, slow 13:46 Down reach, refused 13:52 Degraded reach, slow/);
});

test('an unstable one is called so, and a long course folds away', () => {
  const turns = Array.from({ length: 12 }, (_, index) => step(index, index % 2 ? 'up' : 'down', index % 2 ? '' : 'no'));
  expect(textOf(turns, true)).toMatch(/^ Unstable .*12 steps .*13:44 Up 13:45 Down/);
});
