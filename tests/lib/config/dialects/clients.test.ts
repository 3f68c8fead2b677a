// Files as the clients write them, one row each: what Rollcall would call, and what it says is missing.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig } from '@/lib/config/load-config';
import type { Endpoint } from '@/lib/core/endpoint';

const CLIENTS = resolve('tests/fixtures/clients');

/** Each variable holds its own name in lower case, so that rows show which one went where. */
const VARIABLES = [
  ...['SENTRY_TOKEN', 'AIRTABLE_KEY', 'PRICING_KEY', 'BRAVE_KEY', 'API_TOKEN', 'TRACKER_TOKEN', 'WINDSURF_TOKEN'],
  ...['MAPS_KEY', 'CLINE_TOKEN', 'DESIGN_TOKEN', 'ZED_TOKEN', 'DOCS_TOKEN', 'GEMINI_TOKEN', 'GEMINI_KEY', 'GEMINI_URL'],
  ...['CONTEXT7_KEY', 'FIGMA_TOKEN', 'FIGMA_ORG', 'JIRA_TOKEN', 'TENANT', 'X_API_KEY', 'TOKEN', 'WEATHER_KEY'],
  ...['GRAFANA_TOKEN', 'OLD_KEY', 'FOLDER', 'WRAPPED_TOKEN', 'CONTEXT7'],
];
const env = Object.fromEntries(VARIABLES.map((name) => [name, name.toLowerCase()]));

const ROWS: Record<string, string[]> = {
  'claude-desktop/claude_desktop_config.json': [
    'filesystem: npx -y @modelcontextprotocol/server-filesystem /Users/ada/Desktop',
    'linear: auto https://mcp.linear.app/sse',
  ],
  'claude-code/.mcp.json': [
    'sentry: http https://mcp.sentry.dev/mcp Authorization=Bearer sentry_token',
    'asana: sse https://mcp.asana.com/sse',
    'airtable: npx -y airtable-mcp-server AIRTABLE_API_KEY=airtable_key',
  ],
  'claude-code/.claude.json': ['notion: http https://mcp.notion.com/mcp', 'warehouse: uv run warehouse-mcp'],
  'amazon-q/mcp.json': [
    'aws-docs: uvx awslabs.aws-documentation-mcp-server@latest FASTMCP_LOG_LEVEL=ERROR',
    'pricing (paused): http https://pricing.internal/mcp X-Api-Key=pricing_key',
  ],
  'amazon-q/cli-agents/reviewer.json': ['git: mcp-server-git --stdio'],
  'kiro/.kiro/settings/mcp.json': [
    'web-search: npx -y @modelcontextprotocol/server-brave-search BRAVE_API_KEY=brave_key',
    'api: auto https://api.internal/mcp Authorization=Bearer api_token',
  ],
  'cursor/.cursor/mcp.json': [
    'figma: auto http://127.0.0.1:3845/mcp',
    'tracker: auto https://tracker.internal/mcp X-Token=tracker_token',
    'local: python WORKSPACE/mcp/server.py',
  ],
  'vscode/.vscode/mcp.json': [
    'github: auto https://api.githubcopilot.com/mcp/',
    'Perplexity: asks for input perplexity-key: not available on a server; use ${env:…}',
    'socket: the url begins with unix: which is not called (write it as https://host/path)',
  ],
  'vscode/settings.json': ['fetch: uvx mcp-server-fetch', 'events: sse https://events.internal/sse'],
  'windsurf/mcp_config.json': [
    'remote-http-mcp: auto https://windsurf.internal/mcp API_KEY=Bearer windsurf_token',
    'from-file: ${file:/run/secrets/token} is no variable that Rollcall knows',
  ],
  'antigravity/mcp_config.json': ['maps: auto https://maps.internal/mcp X-Goog-Api-Key=maps_key'],
  'cline/cline_mcp_settings.json': [
    'events: auto https://cline.internal/sse Authorization=Bearer cline_token',
    'search: http https://search.internal/mcp',
    'old (paused): http https://old.internal/mcp',
  ],
  'cline/cline_mcp_settings.nested.json': [
    'search: http https://search.internal/mcp X-Team=data',
    'files (paused): mcp-server-filesystem /srv',
  ],
  'kilo/mcp_settings.json': ['design: http https://design.internal/mcp Authorization=Bearer design_token'],
  'roo/.roo/mcp.json': ['puppeteer (paused): npx -y @modelcontextprotocol/server-puppeteer'],
  'zed/settings.json': [
    'remote: auto https://zed.internal/mcp Authorization=Bearer zed_token',
    'local: node server.js MODE=zed',
    'older: older-mcp --stdio',
  ],
  'continue/.continue/config.yaml': [
    'SQLite MCP: npx -y mcp-sqlite /srv/test.db LOG=debug',
    'docs: http https://docs.internal/mcp Authorization=Bearer docs_token',
    'prompted: asks for input TENANT: not available on a server; use ${env:…}',
  ],
  'continue/.continue/mcpServers/playwright.yaml': ['Browser search: npx @playwright/mcp@latest'],
  'gemini/.gemini/settings.json': [
    'httpServer: http https://gemini.internal/mcp Authorization=Bearer gemini_token',
    'sseServer: auto https://gemini.internal/sse',
    'pythonTools: python -m my_server API_KEY=gemini_key URL=gemini_url in mcp-servers/python',
  ],
  'codex/.codex/config.toml': [
    'context7: npx -y @upstash/context7-mcp CONTEXT7_KEY=context7_key MY_ENV_VAR=MY_ENV_VALUE',
    'figma: auto https://mcp.figma.com/mcp X-Figma-Region=us-east-1 X-Org=figma_org Authorization=Bearer figma_token',
    'chrome devtools (paused): auto http://localhost:3000/mcp',
  ],
  'opencode/opencode.json': [
    'jira: auto https://jira.internal/mcp Authorization=Bearer jira_token',
    'everything: npx -y @modelcontextprotocol/server-everything A=b',
    'from-file (paused): {file:~/.secret} is no variable that Rollcall knows',
  ],
  'opencode/opencode.v2.jsonc': ['jira: auto https://jira.internal/mcp', 'off (paused): off-mcp'],
  'registry/remote/server.json': [
    'com.example/analytics: http https://tenant.analytics.example.com/eu/mcp X-API-Key=x_api_key Authorization=Bearer token',
  ],
  'registry/package/server.json': [
    'io.github.example/weather: uvx --python 3.13 weather-mcp==1.0.2 serve --units metric WEATHER_KEY=weather_key WEATHER_LOG=error',
  ],
  'registry/oci/server.json': [
    'io.github.example/grafana: docker run -i --rm -e GRAFANA_TOKEN docker.io/example/grafana-mcp:0.4.0 GRAFANA_TOKEN=grafana_token',
  ],
  'registry/before-2025-09/server.json': [
    'io.github.example/old: npx -y @example/old-mcp@0.0.1 folder OLD_KEY=old_key',
  ],
  'wrappers/mcp.json': [
    'wrapped: http https://wrapped.internal/mcp Authorization=Bearer wrapped_token',
    'windows: sse https://windows.internal/sse',
  ],
  'jetbrains/pasted.json': ['idea: npx -y @jetbrains/mcp-proxy'],
  'copilot/.copilot/mcp-config.json': [
    'playwright: npx @playwright/mcp@latest',
    'context7: http https://mcp.context7.com/mcp CONTEXT7_API_KEY=context7',
  ],
  'bare/.mcp.json': ['docs: auto https://bare.internal/mcp'],
};

it.each(Object.entries(ROWS))('%s', (file, expected) => {
  const loaded = loadConfig({ path: `${CLIENTS}/${file}`, env, allowStdio: 'config', previous: null });
  expect(loaded.endpoints.map(rowOf)).toEqual(expected);
  expect(loaded.brokenFiles).toEqual([]);
  expect(loaded.problems.filter(({ message }) => message.includes('not a known key'))).toEqual([]);
});

it('every file has its row, and there are enough of them', () => {
  const files = readdirSync(CLIENTS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(CLIENTS.length + 1));
  expect(files.sort()).toEqual(Object.keys(ROWS).sort());
  expect(files.length).toBeGreaterThan(20);
});

it('a project folder gives the servers of all clients in it', () => {
  const inProject = ['kiro', 'cursor', 'vscode', 'roo', 'continue', 'gemini', 'codex', 'copilot'];
  for (const client of inProject) {
    const { endpoints, brokenFiles } = loadConfig({
      path: `${CLIENTS}/${client}`,
      env,
      allowStdio: 'config',
      previous: null,
    });
    expect([client, endpoints.length > 0, brokenFiles]).toEqual([client, true, []]);
  }
});

function rowOf({ name, target, paused, problem }: Endpoint): string {
  const subject = paused ? `${name} (paused)` : name;
  if (problem !== null) return `${subject}: ${problem}`;
  if (target.kind === 'health') return `${subject}: health`;
  if (target.kind === 'http')
    return [`${subject}: ${target.dialect} ${target.url}`, ...pairs(target.headers)].join(' ');
  const below = /clients\/[^/]+\/(.+)$/.exec(target.cwd ?? '')?.[1];
  const place =
    below === undefined || below.startsWith('.') || !below.includes('/') || name === 'git' ? [] : ['in', below];
  const words = [target.command, ...target.args.map(withoutFolder), ...pairs(target.env), ...place];
  return `${subject}: ${words.join(' ')}`;
}

function pairs(named: Record<string, string>): string[] {
  return Object.entries(named).map(([name, value]) => `${name}=${value}`);
}

function withoutFolder(text: string): string {
  return text.replace(new RegExp(`^${CLIENTS}/[^/]+`), 'WORKSPACE');
}
