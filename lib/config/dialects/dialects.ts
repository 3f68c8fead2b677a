// The shapes of file in which MCP clients keep their servers. A new client is a line here; what stands inside an
// entry is read by read-transport.ts, whatever the file.

export interface Dialect {
  /** Where the servers lie in the file. */
  path: readonly string[];
  /** Clients that write it, for people. */
  clients: string;
  /** What `"type": "http"` means to them: VS Code falls back to HTTP+SSE even then. */
  explicitHttp: 'http' | 'auto';
  /** `$NAME` is a variable to them; to all others it is plain text. */
  hasBareVariables: boolean;
}

/** `mcp.servers` stands before `mcp`, whose entries it would otherwise seem to be. */
export const DIALECTS: readonly Dialect[] = [
  {
    path: ['mcpServers'],
    clients: 'Claude, Amazon Q, Kiro, Cursor, Windsurf, Cline, Kilo, Roo, Gemini CLI',
    explicitHttp: 'http',
    hasBareVariables: false,
  },
  { path: ['servers'], clients: 'VS Code (.vscode/mcp.json)', explicitHttp: 'auto', hasBareVariables: false },
  {
    path: ['mcp', 'servers'],
    clients: 'VS Code (settings.json), opencode 2',
    explicitHttp: 'auto',
    hasBareVariables: false,
  },
  { path: ['mcp'], clients: 'opencode', explicitHttp: 'auto', hasBareVariables: false },
  { path: ['context_servers'], clients: 'Zed', explicitHttp: 'auto', hasBareVariables: false },
  { path: ['mcp_servers'], clients: 'Codex', explicitHttp: 'http', hasBareVariables: false },
];

/** A file that holds the servers themselves, without a key around them. */
export const BARE: Dialect = { path: [], clients: 'a bare .mcp.json', explicitHttp: 'auto', hasBareVariables: false };

/** Told from the others under `mcpServers` by words that only it has. */
export const GEMINI: Dialect = {
  path: ['mcpServers'],
  clients: 'Gemini CLI',
  explicitHttp: 'http',
  hasBareVariables: true,
};
export const GEMINI_WORDS = ['httpUrl', 'includeTools', 'excludeTools', 'trust', 'authProviderType'];

/** The registry's own file: one server, and how it can be had. */
export const REGISTRY: Dialect = {
  path: [],
  clients: 'the MCP registry (server.json)',
  explicitHttp: 'http',
  hasBareVariables: false,
};
