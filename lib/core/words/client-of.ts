// Which MCP client a configuration file belongs to, so that a sentence can name the place where people will miss
// something. Only names that say it for certain; `mcp.json` is everybody's.

const CLIENTS: readonly (readonly [file: RegExp, client: string])[] = [
  [/(^|\/)\.amazonq\//, 'Amazon Q'],
  [/(^|\/)\.vscode\//, 'VS Code'],
  [/(^|\/)\.cursor\//, 'Cursor'],
  [/(^|\/)\.kiro\//, 'Kiro'],
  [/(^|\/)claude_desktop_config\.json$/, 'Claude Desktop'],
  [/(^|\/)\.claude\.json$/, 'Claude Code'],
  [/(^|\/)opencode\.jsonc?$/, 'opencode'],
  [/(^|\/)cline_mcp_settings\.json$/, 'Cline'],
  [/(^|\/)mcp_config\.json$/, 'Windsurf'],
];

/** `source`: the file relative to the configuration folder, null for a server of the panel. Null when nothing tells. */
export function clientOf(source: string | null): string | null {
  return (source !== null && CLIENTS.find(([file]) => file.test(source))?.[1]) || null;
}
