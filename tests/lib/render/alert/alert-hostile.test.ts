// What a hostile server says must reach people as the text it is: no mention, no link under a false name, no markup, no
// header, no reversed line, on any channel.
import { expect, test } from 'vitest';
import type { AlertMessage } from '@/lib/core/alert/alert';
import { discordPayload } from '@/lib/render/alert/alert-discord';
import { alertEmail } from '@/lib/render/alert/alert-email';
import { ntfyMessage } from '@/lib/render/alert/alert-ntfy';
import { pagerdutyEvent } from '@/lib/render/alert/alert-pagerduty';
import { slackPayload } from '@/lib/render/alert/alert-slack';
import { teamsPayload } from '@/lib/render/alert/alert-teams';
import { webhookPayload } from '@/lib/render/alert/alert-webhook';
import { alertOf, opened, warehouse } from '@/tests/fixtures/alerts';

const HOSTILE = {
  'a mention in mrkdwn': '<!channel> <@U012AB3CD> <!subteam^S01>',
  'a link in mrkdwn': '<https://evil.example|all is well>',
  'mentions of Discord': '@everyone @here <@&42> <@42> <#42>',
  'a link in Markdown': '[all is well](https://evil.example)',
  Markdown: '**up** _really_ ~~down~~ ||secret|| `code` # title',
  HTML: '<script>alert(1)</script><img src=x onerror=alert(1)>"\'',
  'an ampersand': '&lt;!channel&gt; &amp;',
  'a header': 'x\r\nBcc: everybody@example.com\r\n\r\n<p>hello',
  'text turned round': 'error \u202eni degnahc gnihton\u202c',
  'unseen characters': 'a\u200bb\ufeffc\u0000d\u2066e',
  'an escaped escape': '\\<!channel> \\\\[x](y)',
} as const;

function alertSaying(message: string): AlertMessage {
  const hostile = {
    ...warehouse,
    title: message,
    group: message,
    dependencies: [{ name: message, state: 'failed' }],
  } as const;
  return alertOf({
    ...opened,
    servers: [{ ...hostile, reason: { stage: 'dependencies', code: 'dependency_failed', message } }],
  });
}

/** Every text that stands anywhere in a payload. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const cases = Object.entries(HOSTILE).map(([name, message]) => [name, alertSaying(message)] as const);

test.each(cases)('Slack: %s', (_, alert) => {
  const payload = slackPayload(alert);
  const links = payload.blocks.at(-1);
  for (const text of textsIn({ ...payload, blocks: payload.blocks.slice(0, -1) })) {
    expect(text).not.toMatch(/[<>]/);
    expect(text).not.toMatch(/&(?!(?:amp|lt|gt);)/);
  }
  // Only our own words are read as mrkdwn.
  expect(payload.mrkdwn).toBe(false);
  expect(JSON.stringify(payload.blocks.slice(0, -1))).not.toContain('"mrkdwn"');
  expect(links).toEqual(slackPayload(alertOf(opened)).blocks.at(-1));
});

test.each(cases)('Teams: %s', (_, alert) => {
  const written = JSON.stringify(teamsPayload(alert));
  // The elements whose text is Markdown.
  expect(written).not.toMatch(/"type":"(?:TextBlock|FactSet)"/);
});

test.each(cases)('Discord: %s', (_, alert) => {
  const payload = discordPayload(alert);
  expect(payload.allowed_mentions).toEqual({ parse: [] });
  const [embed] = payload.embeds;
  const ours = /\[(?:Open incident|Open server|Acknowledge|Snooze)\]\(<https:\/\/status\.acme\.example\/[^>]*>\)/g;
  for (const text of [payload.content, embed?.description ?? '', ...textsIn(embed?.fields)]) {
    // An escaped backslash takes nothing with it, any other takes the mark after it.
    const bare = text.replace(ours, '').replace(/\\[\\`*~|<>[\]@_#+-]/g, '');
    expect(bare).not.toMatch(/[`*~|<>[\]@]/);
    expect(bare).not.toMatch(/(?<!\w)_|_(?!\w)/);
  }
});

test.each(cases)('e-mail: %s', (_, alert) => {
  const { subject, text, html } = alertEmail(alert);
  expect(subject).not.toMatch(/[\r\n]/);
  expect(text.split('\n').filter((line) => line.startsWith('Bcc:'))).toEqual([]);
  const tags = [...html.matchAll(/<\/?([a-z0-9]+|!doctype)/g)].map(([, name]) => name);
  const known = alertEmail(alertOf(opened)).html.matchAll(/<\/?([a-z0-9]+|!doctype)/g);
  expect(new Set(tags)).toEqual(new Set([...known].map(([, name]) => name)));
  expect(html.match(/href="(?!https:\/\/status\.acme\.example\/)/)).toBeNull();
});

test.each(cases)('ntfy and PagerDuty, which read no markup: %s', (_, alert) => {
  const ntfy = ntfyMessage(alert, 'acme-oncall');
  expect(ntfy).not.toHaveProperty('markdown');
  expect(ntfy.actions).toEqual(ntfyMessage(alertOf(opened), 'acme-oncall').actions);
  expect(ntfy.click).toBe('https://status.acme.example/incidents/17');
  expect(pagerdutyEvent(alert, 'key')).toMatchObject({ dedup_key: alertOf(opened).dedupKey });
});

test.each(cases)('no channel passes on what cannot be seen, and none breaks a line: %s', (_, alert) => {
  const { servers, ...data } = webhookPayload(alert).data;
  const lines = [slackPayload, teamsPayload, discordPayload, alertEmail].map((render) => render(alert));
  for (const text of textsIn([
    ...lines,
    data,
    ntfyMessage(alert, 'topic'),
    pagerdutyEvent({ ...alert, servers: [] }, 'key'),
  ])) {
    expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u);
  }
  expect(data.firstLine).not.toContain('\n');
  expect(servers[0]?.slug).toBe('warehouse');
});
