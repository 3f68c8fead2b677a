import { expect, test } from 'vitest';
import { clientOf } from '@/lib/core/words/client-of';
import { effectText } from '@/lib/core/words/explain';
import { githubTools } from '@/tests/fixtures/views';

test.each([
  ['.amazonq/mcp.json', 'Amazon Q'],
  ['team/.amazonq/cli-agents/dev.json', 'Amazon Q'],
  ['.vscode/mcp.json', 'VS Code'],
  ['.cursor/mcp.json', 'Cursor'],
  ['.kiro/settings/mcp.json', 'Kiro'],
  ['claude_desktop_config.json', 'Claude Desktop'],
  ['mcp.json', null],
  ['team.mcp.json', null],
  ['not.amazonq/mcp.json', null],
  ['rollcall.json', null],
  ['', null],
  [null, null],
])('%j is of %j', (source, client) => {
  expect(clientOf(source)).toBe(client);
});

test('what its users miss is said of their client', () => {
  const server = { ...githubTools, client: 'Amazon Q' };
  expect(effectText(server)).toBe('Its 26 tools are missing from Amazon Q until it answers again.');
  expect(effectText(server, 'de')).toBe('Seine 26 Tools fehlen in Amazon Q, bis er wieder antwortet.');
});
