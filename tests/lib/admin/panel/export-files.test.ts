import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportFiles } from '@/lib/admin/panel/export-files';
import { saveServer } from '@/lib/admin/panel/save-server';
import { ADA, type TestDesk, testDesk } from './desk';

const NOW = Date.UTC(2026, 10, 22, 13);
let desk: TestDesk;
beforeEach(() => {
  desk = testDesk({ TOKEN: 'value-of-token' });
});
afterEach(() => desk.remove());

test('holds files and panel, says what it needs, and no credential leaves', () => {
  const mine = { url: 'https://mine.test/mcp', headers: { Authorization: 'Bearer st0red-secret' } };
  saveServer(
    desk,
    ADA,
    { draft: { name: 'mine', entry: mine, settings: { group: 'G' } }, isNew: true, isForced: false },
    NOW,
  );
  desk.writeFile('team.mcp.json', {
    mcpServers: {
      theirs: {
        url: 'https://theirs.test/mcp',
        headers: { Authorization: 'Bearer ${TOKEN}', 'X-Api-Key': 'cl34r-key' },
      },
    },
  });
  desk.writeFile('broken.mcp.json', 'not an object');
  desk.writeFile('rollcall.json', { page: { title: 'Ours', logo: 'logo.svg' } });
  const exported = exportFiles(desk);
  expect(exported).toMatchObject({
    variables: ['TOKEN'],
    secrets: ['mine.authorization', 'theirs.x-api-key'],
    inClear: ['theirs.x-api-key'],
    serverCount: 2,
    logo: 'logo.svg',
  });
  expect(JSON.parse(exported.mcp)).toEqual({
    mcpServers: {
      theirs: {
        url: 'https://theirs.test/mcp',
        headers: { Authorization: 'Bearer ${TOKEN}', 'X-Api-Key': '${secret:theirs.x-api-key}' },
      },
      mine: {
        url: 'https://mine.test/mcp',
        headers: { Authorization: 'Bearer ${secret:mine.authorization}' },
        rollcall: { group: 'G' },
      },
    },
  });
  expect(JSON.parse(exported.rollcall)).toEqual({ page: { title: 'Ours', logo: 'logo.svg' } });
  expect(JSON.stringify(exported)).not.toMatch(/st0red|cl34r|value-of-token/);
});
