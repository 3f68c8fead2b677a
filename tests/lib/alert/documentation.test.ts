// docs/alerts.md is what receivers build on: it is held to the schema, the events, the codes and the payload.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { channelSchema } from '@/lib/config/settings/channel-schema';
import { routeSchema } from '@/lib/config/settings/route-schema';
import { ALERT_EVENTS } from '@/lib/core/alert/alert';
import { DELIVERY_CODES, failedDelivery } from '@/lib/core/alert/delivery';
import { webhookPayload } from '@/lib/render/alert/alert-webhook';
import { alertOf, opened } from '@/tests/fixtures/alerts';

const page = readFileSync(new URL('../../../docs/alerts.md', import.meta.url), 'utf8');

/** From its heading to the next one. */
function section(heading: string): string {
  const [, text = ''] = page.split(`\n${heading}\n`);
  return text.split(/\n#{2,3} /, 1)[0] ?? '';
}

const rowsOf = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('|'));

/** The names in backticks in the first cell of each row. */
function namesIn(text: string): string[] {
  return rowsOf(text).flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''),
  );
}

test('the example of the webhook is what is sent', () => {
  const [, example = ''] = /```json\n([\s\S]*?)\n```/.exec(page) ?? [];
  expect(JSON.parse(example)).toEqual(webhookPayload(alertOf(opened)));
});

test('every field of the webhook is told of', () => {
  const { data } = webhookPayload(alertOf(opened));
  const told = namesIn(section("## The webhook's JSON")).filter((name) => name.startsWith('data.'));
  expect(told.toSorted()).toEqual(
    Object.keys(data)
      .map((key) => `data.${key}`)
      .toSorted(),
  );
});

test('every key of a route is told of', () => {
  expect(namesIn(section('## Channels'))).toEqual(expect.arrayContaining(Object.keys(routeSchema.shape)));
  const quiet = routeSchema.shape.quiet.unwrap();
  expect(namesIn(section('## Quiet hours and digests'))).toEqual(expect.arrayContaining(Object.keys(quiet.shape)));
});

test('every event is told of', () => {
  expect(namesIn(section('## What is told'))).toEqual(expect.arrayContaining([...ALERT_EVENTS]));
});

test('every code is told of, and whether it is tried again', () => {
  const told = rowsOf(section('## Delivery'))
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, 3),
    );
  const real = DELIVERY_CODES.map((code) => [`\`${code}\``, failedDelivery(code, '').isPermanent ? 'no' : 'yes']);
  expect(told.toSorted()).toEqual(real.toSorted());
});

describe('a channel', () => {
  const { oneOf = [] } = z.toJSONSchema(channelSchema, { io: 'input' });
  const kinds = oneOf.map(({ properties = {} }) => {
    const type = Object(properties.type).const;
    return [String(type), Object.keys(properties).filter((key) => key !== 'type')] as const;
  });

  test.each(kinds)('%s is told of with all its keys', (type, keys) => {
    expect(namesIn(section(`### \`${type}\``)).toSorted()).toEqual(keys.toSorted());
  });
});
