// `npm run alert:test -- CHANNEL`: sends a real test alert over a channel of the configuration files and prints what the
// other side answered. Needs no running Rollcall and touches no database.
import { randomUUID } from 'node:crypto';
import { readEnvironment } from '@/lib/config/environment/env';
import { loadConfig } from '@/lib/config/load-config';
import { composeAlert } from '@/lib/core/alert/compose-alert';
import { userAgent } from '@/lib/net/user-agent';
import { createAlertSender } from '@/lib/runtime/send-alerts';

const NO_LINKS = { server: null, incident: null, acknowledge: null, snooze: null };

async function run(name: string | undefined): Promise<string | null> {
  const result = readEnvironment(process.env);
  if (!result.ok) return result.problems.map(({ message, remedy }) => `${message}. ${remedy}`).join('\n');
  const { configPath, allowStdio, denyHosts, publicUrl } = result.environment;
  const { channels, page } = loadConfig({ path: configPath, env: process.env, allowStdio, previous: null });
  const channel = channels.find((one) => one.name === name);
  const known = `The channels are: ${channels.map((one) => one.name).join(', ') || 'none'}.`;
  if (!channel) return `npm run alert:test -- CHANNEL\n${known}`;
  if (channel.problem !== null) return `${channel.name} is off: ${channel.problem}.`;
  const now = Date.now();
  const message = composeAlert(
    { event: 'test' },
    {
      id: `alert-${randomUUID()}`,
      page: { title: page.title, timezone: page.timezone, url: publicUrl ?? page.url },
      links: NO_LINKS,
      now,
      repeat: 0,
    },
  );
  const send = createAlertSender({
    channels: () => channels,
    denyHosts,
    userAgent: userAgent(publicUrl),
    now: Date.now,
  });
  const { signal } = new AbortController();
  const delivery = await send({ channel: channel.name, message, previous: null, signal });
  if (delivery.kind === 'failed') return `${channel.name} failed (${delivery.code}): ${delivery.answer}`;
  process.stdout.write(`${channel.name} took it: ${delivery.answer}\n`);
  return null;
}

const failure = await run(process.argv[2]);
if (failure !== null) {
  process.stderr.write(`${failure}\n`);
  process.exitCode = 1;
}
