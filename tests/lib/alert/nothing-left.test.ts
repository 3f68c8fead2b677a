// A process that has sent to the worst of receivers ends by itself: nothing of an attempt outlives it. It trusts the test
// authority, so that this also shows mail and webhooks over TLS arriving.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { ChannelConfig } from '@/lib/config/settings/channel-schema';
import { startRawServer, startTlsServer } from '@/tests/fixtures/raw-server';
import { answering, type Behaviour, startHttpReceiver } from '@/tests/fixtures/receivers/http-receiver';
import { type SmtpSettings, startSmtpReceiver } from '@/tests/fixtures/receivers/smtp-receiver';

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

async function webhook(behaviour: Behaviour): Promise<ChannelConfig> {
  const receiver = await startHttpReceiver(behaviour);
  onTestFinished(() => receiver[Symbol.asyncDispose]());
  return { type: 'webhook', url: receiver.url };
}

/** Every mail goes over TLS, or not at all. */
async function email(settings: SmtpSettings, tls: 'always' | 'starttls'): Promise<ChannelConfig> {
  const receiver = await startSmtpReceiver(settings);
  onTestFinished(() => receiver[Symbol.asyncDispose]());
  onTestFinished(() => expect(receiver.mails.every(({ wasEncrypted }) => wasEncrypted)).toBe(true));
  const addresses = { from: 'status@acme.example', to: 'ops@acme.example' };
  return { type: 'email', host: 'localhost', port: receiver.port, tls, ...addresses };
}

test('not a timer, not a socket, not a stream', async () => {
  const silent = await startRawServer(() => {});
  const secure = await startTlsServer('good');
  for (const server of [silent, secure]) onTestFinished(() => server.close());
  const cases: [ChannelConfig, string][] = [
    [await webhook(answering(200, 'ok')), 'delivered'],
    [await webhook(() => {}), 'timeout'],
    [await webhook((response) => void response.writeHead(200).write('half', () => response.destroy())), 'delivered'],
    [await webhook(answering(500, 'x'.repeat(1_000_000))), 'server_error'],
    [{ type: 'webhook', url: `https://localhost:${secure.port}/` }, 'server_error'],
    [{ type: 'webhook', url: `https://localhost:${silent.port}/` }, 'timeout'],
    [await email({ isImplicitTls: true }, 'always'), 'delivered'],
    [await email({ offersTls: true }, 'starttls'), 'delivered'],
    [await email({ offersTls: true, replies: { body: 'hang' } }, 'starttls'), 'timeout'],
    [await email({ offersTls: true, replies: { STARTTLS: '454 not now' } }, 'starttls'), 'tls_failed'],
    [await email({ replies: { greeting: 'hang' } }, 'starttls'), 'timeout'],
    [
      { type: 'email', host: 'localhost', port: silent.port, tls: 'always', from: 'a@b.example', to: 'c@d.example' },
      'timeout',
    ],
  ];
  // A timer left behind by one that answers would outlast the test.
  const patience = (outcome: string): number => (outcome === 'timeout' ? 1_000 : 600_000);
  const sent = JSON.stringify(cases.map(([channel, outcome]) => ({ channel, deadlineMs: patience(outcome) })));
  const child = spawn(process.execPath, ['--import', 'tsx', fixture('send-and-leave.ts'), sent], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: fixture('tls/authority.pem') },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = once(child.stdout, 'data');
  const exit = once(child, 'exit');
  const [output] = await said;
  expect(JSON.parse(String(output))).toEqual(cases.map(([, outcome]) => outcome));
  const isLate = new Promise<string>((resolve) => setTimeout(resolve, 3_000, 'still alive').unref());
  expect(await Promise.race([exit, isLate])).toEqual([0, null]);
});
