// The real servers, at the versions that were current in November 2026, and what each must look like to a check.
import { type RealServer, up, type Variant } from './real-server';

const LAST_LEGACY = '2025-11-25';

/** One stdio variant is all that many servers offer. */
const stdio = (args: string[], tools: number, env: Record<string, string> = {}): RealServer['variants'] => [
  { transport: 'stdio', args: () => args, env: () => env, expected: up(tools, LAST_LEGACY, 'stdio-legacy') },
];

export const CAST: readonly RealServer[] = [
  {
    package: '@modelcontextprotocol/server-everything',
    version: '2026.8.31',
    bin: 'mcp-server-everything',
    variants: [
      ...stdio(['stdio'], 13),
      {
        transport: 'http',
        args: () => ['streamableHttp'],
        env: ({ port }) => ({ PORT: `${port}` }),
        http: { path: '/mcp' },
        expected: up(13, LAST_LEGACY, 'http-legacy'),
      },
      {
        transport: 'http+sse',
        args: () => ['sse'],
        env: ({ port }) => ({ PORT: `${port}` }),
        http: { path: '/sse' },
        expected: up(13, LAST_LEGACY, 'sse'),
      },
    ],
  },
  {
    package: '@modelcontextprotocol/server-filesystem',
    version: '2026.8.31',
    bin: 'mcp-server-filesystem',
    variants: [
      { transport: 'stdio', args: ({ folder }) => [folder], expected: up(14, LAST_LEGACY, 'stdio-legacy') },
      {
        transport: 'stdio, folder missing',
        args: ({ folder }) => [`${folder}/missing`],
        expected: { verdict: 'down', stage: 'handshake', code: 'exited' },
      },
    ],
  },
  {
    package: '@modelcontextprotocol/server-memory',
    version: '2026.8.31',
    bin: 'mcp-server-memory',
    variants: stdio([], 9),
  },
  {
    package: '@modelcontextprotocol/server-sequential-thinking',
    version: '2026.8.31',
    bin: 'mcp-server-sequential-thinking',
    variants: stdio([], 1),
  },
  {
    package: '@playwright/mcp',
    version: '0.0.83',
    bin: 'playwright-mcp',
    variants: [
      ...stdio(['--headless'], 25),
      {
        transport: 'http',
        args: ({ port }) => ['--headless', '--port', `${port}`],
        http: { path: '/mcp', host: 'localhost' },
        expected: up(25, LAST_LEGACY, 'http-legacy'),
      },
      {
        transport: 'http+sse',
        args: ({ port }) => ['--headless', '--port', `${port}`],
        http: { path: '/sse', host: 'localhost' },
        expected: up(25, LAST_LEGACY, 'sse'),
      },
      {
        // It guards against DNS rebinding: by its address it is not to be had.
        transport: 'http, by address',
        args: ({ port }) => ['--headless', '--port', `${port}`],
        http: { path: '/mcp' },
        expected: { verdict: 'locked', stage: 'handshake', code: 'forbidden' },
      },
    ],
  },
  {
    package: '@upstash/context7-mcp',
    version: '4.1.1',
    bin: 'context7-mcp',
    variants: [
      ...stdio(['--transport', 'stdio'], 2),
      {
        transport: 'http',
        args: ({ port }) => ['--transport', 'http', '--port', `${port}`],
        http: { path: '/mcp' },
        expected: up(2, '2026-07-28', 'http-modern'),
      },
    ],
  },
  {
    package: 'chrome-devtools-mcp',
    version: '1.11.0',
    bin: 'chrome-devtools-mcp',
    variants: stdio(['--headless', '--no-usage-statistics'], 32, { CI: '1' }),
  },
  {
    package: '@notionhq/notion-mcp-server',
    version: '2.5.2',
    bin: 'notion-mcp-server',
    variants: [
      ...stdio([], 24, { NOTION_TOKEN: 'ntn_dummy' }),
      ...[{ authorization: 'Bearer let-me-in' }, {}].map((headers) => ({
        transport: 'authorization' in headers ? 'http, with token' : 'http, without token',
        args: ({ port }: { port: number }) => ['--transport', 'http', '--port', `${port}`, '--auth-token', 'let-me-in'],
        env: () => ({ NOTION_TOKEN: 'ntn_dummy' }),
        http: { path: '/mcp', headers },
        expected:
          'authorization' in headers
            ? up(24, LAST_LEGACY, 'http-legacy')
            : ({ verdict: 'locked', stage: 'handshake', code: 'unauthorized' } as const),
      })),
    ],
  },
  { package: '@eslint/mcp', version: '0.3.13', bin: 'mcp', variants: stdio([], 1) },
  {
    package: '@sentry/mcp-server',
    version: '0.39.0',
    bin: 'sentry-mcp',
    variants: stdio(['--access-token=dummy'], 9),
  },
  { package: 'tavily-mcp', version: '0.2.22', bin: 'tavily-mcp', variants: stdio([], 5, { TAVILY_API_KEY: 'dummy' }) },
  {
    package: 'figma-developer-mcp',
    version: '0.13.2',
    bin: 'figma-developer-mcp',
    variants: [
      ...stdio(['--figma-api-key=dummy', '--stdio'], 2),
      {
        transport: 'http',
        args: ({ port }) => ['--figma-api-key=dummy', '--port', `${port}`],
        http: { path: '/mcp' },
        expected: up(2, LAST_LEGACY, 'http-legacy'),
      },
    ],
  },
  {
    // It asks its own service for what it lists: cut off from it, the handshake is all that works.
    package: '@supabase/mcp-server-supabase',
    version: '0.13.0',
    bin: 'mcp-server-supabase',
    variants: [
      {
        transport: 'stdio, cut off',
        args: () => ['--access-token', 'sbp_dummy', '--read-only', '--api-url', 'http://127.0.0.1:1'],
        expected: { verdict: 'down', stage: 'tools', code: 'rpc_error' },
      },
    ],
  },
  { package: '@angular/cli', version: '22.2.7', bin: 'ng', variants: stdio(['mcp'], 9, { NG_CLI_ANALYTICS: 'false' }) },
  {
    package: '@wonderwhy-er/desktop-commander',
    version: '0.2.52',
    bin: 'desktop-commander',
    variants: stdio([], 26),
  },
  {
    // A bridge: it puts another server, which it starts itself, behind HTTP.
    package: 'supergateway',
    version: '4.0.0',
    bin: 'supergateway',
    variants: [
      bridge('http, with sessions', ['--outputTransport', 'streamableHttp', '--stateful'], '/mcp', 'http-legacy'),
      bridge('http, stateless', ['--outputTransport', 'streamableHttp'], '/mcp', 'http-legacy'),
      bridge('http+sse', ['--outputTransport', 'sse'], '/sse', 'sse'),
    ],
  },
];

function bridge(transport: string, args: string[], path: string, dialect: 'http-legacy' | 'sse'): Variant {
  return {
    transport,
    args: ({ port, commandOf }) => {
      const memory = commandOf('@modelcontextprotocol/server-memory', 'mcp-server-memory');
      return ['--stdio', `${process.execPath} ${memory}`, ...args, '--port', `${port}`];
    },
    http: { path },
    expected: up(9, LAST_LEGACY, dialect),
  };
}
