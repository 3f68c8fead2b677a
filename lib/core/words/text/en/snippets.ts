// What stands around the lines to copy on a server's page, in English: the badge, its generator, the client's entry.

export const snippets = {
  badge: 'Badge',
  badgeFact: 'for a README',
  kind: 'Shows',
  kinds: { status: 'Status', uptime: 'Uptime', latency: 'Latency', tools: 'Tools' },
  period: 'Over',
  style: 'Style',
  label: 'Label',
  labelHint: 'as Rollcall words it',
  color: 'Colour',
  labelColor: 'Colour of the label',
  colorHint: 'name or #rrggbb',
  make: 'Make the badge',
  preview: 'This is how it looks:',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Select it and copy it by hand',
  connect: 'Connect',
  connectFact: 'for the configuration of a client',
  connectPublic: 'Put this into the configuration of your client.',
  connectShape:
    'The shape of an entry. Rollcall does not publish the address of this server: ask whoever runs it, and fill it in.',
  connectCredential: 'It asks for a credential: keep yours in a variable, not in the file.',
  clients: { mcpServers: 'mcp.json (most clients)', vscode: 'VS Code' },
};
