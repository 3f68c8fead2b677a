// The shapes of file in which MCP clients keep their servers. A new JSON client is a line here; what stands inside an
// entry is read by read-transport.ts, whatever the file.

export interface Dialect {
  /** Where the servers lie in the file. */
  path: readonly string[];
  /** Clients that write it, for people. */
  clients: string;
  /** What `"type": "http"` means to them: VS Code falls back to HTTP+SSE even then. */
  explicitHttp: 'http' | 'auto';
}

/** `mcp.servers` stands before `mcp`, whose entries it would otherwise seem to be. */
export const DIALECTS: readonly Dialect[] = [
  {
    path: ['mcpServers'],
    clients: 'Claude, Amazon Q, Kiro, Cursor, Windsurf, Cline, Kilo, Roo, Gemini CLI',
    explicitHttp: 'http',
  },
  { path: ['servers'], clients: 'VS Code (.vscode/mcp.json)', explicitHttp: 'auto' },
  { path: ['mcp', 'servers'], clients: 'VS Code (settings.json), opencode 2', explicitHttp: 'auto' },
  { path: ['mcp'], clients: 'opencode', explicitHttp: 'auto' },
  { path: ['context_servers'], clients: 'Zed', explicitHttp: 'auto' },
  { path: ['mcp_servers'], clients: 'Codex', explicitHttp: 'http' },
];

/** A file that holds the servers themselves, without a key around them. */
export const BARE: Dialect = { path: [], clients: 'a bare .mcp.json', explicitHttp: 'auto' };
