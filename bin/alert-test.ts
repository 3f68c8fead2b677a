// `npm run alert:test -- CHANNEL`: sends a real test alert over a channel of the configuration files and prints what the
// other side answered. Needs no running Rollcall and touches no database.
import { randomUUID } from 'node:crypto';
import { createSender } from '@/lib/alert/create-sender';
import { readEnvironment } from '@/lib/config/environment/env';
import { loadConfig } from '@/lib/config/load-config';
import { testMessage } from '@/lib/core/alert/test-message';
import { userAgent } from '@/lib/net/user-agent';

async function run(name: string | undefined): Promise<string | null> {
  const result = readEnvironment(process.env);
  if (!result.ok) return result.problems.map(({ message, remedy }) => `${message}. ${remedy}`).join('\n');
  const { configPath, allowStdio, denyHosts, publicUrl } = result.environment;
  const { channels, page } = loadConfig({ path: configPath, env: process.env, allowStdio, previous: null });
  const channel = channels.find((one) => one.name === name);
  const known = `The channels are: ${channels.map((one) => one.name).join(', ') || 'none'}.`;
  if (!channel) return `npm run alert:test -- CHANNEL\n${known}`;
  if (channel.config === null) return `${channel.name} is off: ${channel.problem}.`;
  const { title, timezone, url } = page;
  const message = testMessage(
    { id: `alert-${randomUUID()}`, page: { title, timezone, url: publicUrl ?? url } },
    Date.now(),
  );
  const send = createSender({ denyHosts, userAgent: userAgent(publicUrl), now: Date.now });
  const { signal } = new AbortController();
  const delivery = await send(channel.config, message, { signal, previous: null });
  if (delivery.kind === 'failed') return `${channel.name} failed (${delivery.code}): ${delivery.answer}`;
  process.stdout.write(`${channel.name} took it: ${delivery.answer}\n`);
  return null;
}

const failure = await run(process.argv[2]);
if (failure !== null) {
  process.stderr.write(`${failure}\n`);
  process.exitCode = 1;
}
