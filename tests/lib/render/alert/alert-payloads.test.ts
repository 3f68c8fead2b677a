import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { ALERT_EVENTS, type AlertMessage } from '@/lib/core/alert/alert';
import { discordPayload } from '@/lib/render/alert/alert-discord';
import { alertEmail } from '@/lib/render/alert/alert-email';
import { ntfyMessage } from '@/lib/render/alert/alert-ntfy';
import { pagerdutyEvent as pagerdutyPayload } from '@/lib/render/alert/alert-pagerduty';
import { slackPayload } from '@/lib/render/alert/alert-slack';
import { teamsPayload } from '@/lib/render/alert/alert-teams';
import { webhookPayload } from '@/lib/render/alert/alert-webhook';
import { alertOf, billing, happenings, opened, resolved, vault, warehouse } from '@/tests/fixtures/alerts';
import { expectGolden } from '@/tests/fixtures/golden';
import { discordMessage } from '@/tests/fixtures/vendors/discord-schema';
import { emailParts } from '@/tests/fixtures/vendors/email-schema';
import { ntfyPublish } from '@/tests/fixtures/vendors/ntfy-schema';
import { pagerdutyEvent } from '@/tests/fixtures/vendors/pagerduty-schema';
import { slackMessage } from '@/tests/fixtures/vendors/slack-schema';
import { teamsMessage } from '@/tests/fixtures/vendors/teams-schema';
import { webhookBody } from '@/tests/fixtures/vendors/webhook-schema';

const KEY = 'R0000000000000000000000000000001';

const CHANNELS: readonly [name: string, render: (alert: AlertMessage) => unknown, schema: z.ZodType][] = [
  ['webhook', webhookPayload, webhookBody],
  ['slack', slackPayload, slackMessage],
  ['teams', teamsPayload, teamsMessage],
  ['discord', discordPayload, discordMessage],
  ['email', alertEmail, emailParts],
  ['pagerduty', (alert) => pagerdutyPayload(alert, KEY), pagerdutyEvent],
  ['ntfy', (alert) => ntfyMessage(alert, 'acme-oncall'), ntfyPublish],
];

const noLinks = { server: null, incident: null, acknowledge: null, snooze: null };
const noUrl = { title: 'Acme tools', timezone: 'UTC', url: null };

const cases: Record<string, AlertMessage> = {
  opened: alertOf(opened),
  reminder: alertOf({ ...opened, servers: [billing] }, { id: 'msg_5a0b3d', repeat: 2 }),
  group: alertOf({ ...opened, servers: [billing, warehouse, vault] }, { id: 'msg_6b1c4e' }),
  acknowledged: alertOf(happenings.outage_acknowledged, { id: 'msg_7c2d5f' }),
  resolved: alertOf(resolved, { id: 'msg_8d3e60' }),
  drift: alertOf(happenings.drift_breaking, { id: 'msg_9e4f71' }),
  digest: alertOf(happenings.digest, { id: 'msg_c172a4', links: noLinks }),
  renewed: alertOf(happenings.token_renewed, { id: 'msg_d283b5' }),
  network: alertOf(happenings.network_lost, { id: 'msg_af5082', links: noLinks }),
  test: alertOf(happenings.test, { id: 'msg_b06193', links: noLinks, page: noUrl }),
};

describe.each(CHANNELS)('%s', (name, render, schema) => {
  test('says exactly what its golden file holds', () => {
    expectGolden(
      import.meta.url,
      name,
      Object.fromEntries(Object.entries(cases).map(([key, alert]) => [key, render(alert)])),
    );
  });

  test.each(ALERT_EVENTS)('%s keeps to the documented schema', (event) => {
    expect(schema.safeParse(render(alertOf(happenings[event]))).error).toBeUndefined();
    expect(schema.safeParse(render(alertOf(happenings[event], { links: noLinks, page: noUrl }))).error).toBeUndefined();
  });

  test('the schema can tell a wrong payload', () => {
    expect(schema.safeParse({ ...Object(render(alertOf(opened))), surplus: 1 }).success).toBe(false);
  });

  test('keeps to it whatever a server says, and however much', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3_000 }),
      fc.constantFrom(
        ...['<', '&', '"', '\\', '*', '\u{1f600}', 'é', '\n', '|', '@'].map((mark) => mark.repeat(3_000)),
      ),
    );
    const server = fc.record({ title: text, group: text, message: text }).map(({ title, group, message }) => {
      return { ...warehouse, title, group, reason: { ...warehouse.reason, message }, dependencies: [] };
    });
    const alert = fc.oneof(
      fc.tuple(server, fc.array(server, { maxLength: 20 })).map(([first, others]) => {
        // The type of a reason's parts is lost in the spread.
        return alertOf({ ...opened, servers: [first, ...others] } as typeof opened);
      }),
      fc.array(text, { maxLength: 99 }).map((lines) => alertOf({ event: 'digest', since: 0, lines })),
    );
    fc.assert(
      fc.property(alert, (made) => {
        expect(schema.safeParse(render(made)).error).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});
