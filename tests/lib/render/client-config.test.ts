import { describe, expect, test } from 'vitest';
import { clientConfigs } from '@/lib/render/client-config';

const http = { slug: 'warehouse', type: 'http', publicUrl: null, needsCredential: false } as const;
const parsed = (server: Parameters<typeof clientConfigs>[0]) =>
  Object.fromEntries(clientConfigs(server).map(({ dialect, text }) => [dialect, JSON.parse(text)]));

describe('clientConfigs', () => {
  test('a server that wants nothing', () => {
    const entry = { type: 'http', url: 'https://ADDRESS-OF-warehouse/mcp' };
    expect(parsed(http)).toEqual({
      mcpServers: { mcpServers: { warehouse: entry } },
      vscode: { servers: { warehouse: entry } },
    });
  });

  test('a credential is a variable, never a value', () => {
    const { mcpServers, vscode } = parsed({ ...http, slug: '2-go', needsCredential: true });
    expect(mcpServers.mcpServers['2-go'].headers).toEqual({ Authorization: 'Bearer ${_2_GO_TOKEN}' });
    expect(vscode.servers['2-go'].headers).toEqual({ Authorization: 'Bearer ${input:2-go-token}' });
    expect(vscode.inputs).toMatchObject([{ id: '2-go-token', password: true }]);
  });

  test('stdio has a command to be put in, whatever address is published', () => {
    const { mcpServers } = parsed({ ...http, type: 'stdio', publicUrl: 'https://a.test', needsCredential: true });
    expect(mcpServers.mcpServers.warehouse).toEqual({
      type: 'stdio',
      command: 'COMMAND-OF-warehouse',
      args: [],
      env: { WAREHOUSE_TOKEN: '${WAREHOUSE_TOKEN}' },
    });
  });
});
