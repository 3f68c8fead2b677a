// From the files to the wire: what a configuration says of canary, token and trust is what a server sees.
import { expect, onTestFinished, test } from 'vitest';
import { createProber } from '@/lib/probe/probe';
import { startMcpServer } from '@/tests/fixtures/mcp-server';
import { CLIENT_ID, CLIENT_SECRET, startAuthorizationServer } from '@/tests/fixtures/oauth/authorization-server';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const folder = temporaryConfig();

test('a server with a token and a canary call', async () => {
  const issuer = await startAuthorizationServer();
  const tool = { name: 'count', inputSchema: { type: 'object' }, annotations: { readOnlyHint: true } };
  const server = await startMcpServer({
    tools: [tool],
    on(visit) {
      const [, token = ''] = (visit.request.headers.authorization ?? '').split(' ');
      if (!issuer.valid.has(token)) visit.send(401, {});
      else if (visit.method === 'tools/call') visit.reply({ content: [], structuredContent: visit.rpc.params ?? {} });
      else visit.proceed();
    },
  });
  folder.write('mcp.json', { mcpServers: { warehouse: { url: server.url } } });
  folder.write('rollcall.json', {
    endpoints: {
      warehouse: {
        oauth: { issuer: '${ISSUER}', clientId: '${ID}', clientSecret: '${SECRET}' },
        canary: { tool: 'count', arguments: { of: 'rows' }, expect: { pointer: '/arguments/of', equals: 'rows' } },
      },
    },
  });
  const env = { ISSUER: issuer.origin, ID: CLIENT_ID, SECRET: CLIENT_SECRET };
  const { endpoints, problems, secrets } = folder.load({ env });
  expect(problems).toEqual([]);

  const secretsOf = (slug: string) => secrets.get(slug) ?? [];
  const prober = createProber({ userAgent: 'Rollcall/1.0', denyHosts: [], secretsOf });
  for (const open of [server, issuer, prober]) onTestFinished(() => open.close());
  for (const endpoint of endpoints) {
    const outcome = await prober.probe(endpoint, new AbortController().signal);
    expect(outcome).toMatchObject({ failure: null, canary: { failure: null } });
  }
  expect(endpoints).toHaveLength(1);
  expect(server.visits.filter((visit) => visit === 'POST tools/call')).toHaveLength(1);
});
