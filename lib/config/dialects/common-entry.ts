// Writes a transport as an entry that every client with `mcpServers` understands: what import and export keep of any
// dialect. Pure; variables stay as they are written.
import type { NamedText, RemoteTransport, StdioTransport, Transport } from './transport';
import { unwrapMcpRemote } from './unwrap-mcp-remote';

/** Reads back, under `mcpServers`, as the same transport; mcp-remote is seen through. */
export function commonEntry(transport: Transport): Record<string, unknown> {
  if (transport.kind === 'remote') return remoteEntry(transport);
  const wrapped = unwrapMcpRemote(transport);
  return wrapped === null ? stdioEntry(transport) : remoteEntry(wrapped);
}

function remoteEntry({ url, headers, dialect, env }: RemoteTransport): Record<string, unknown> {
  const own = new Map(env.map(({ name, text }) => [name, text]));
  const written = headers.map((header) => ({ ...header, text: withOwnVariables(header.text, own) }));
  return {
    ...(dialect !== 'auto' && { type: dialect }),
    url: withOwnVariables(url.text, own),
    ...(headers.length > 0 && { headers: byName(written) }),
  };
}

function stdioEntry({ command, args, env, cwd }: StdioTransport): Record<string, unknown> {
  return {
    command: command.text,
    ...(args.length > 0 && { args: args.map(({ text }) => text) }),
    ...(env.length > 0 && { env: byName(env) }),
    ...(cwd !== null && { cwd: cwd.text }),
  };
}

function byName(texts: readonly NamedText[]): Record<string, string> {
  return Object.fromEntries(texts.map(({ name, text }) => [name, text]));
}

/** What only the wrapper knew is written out, since no wrapper is left to know it. */
function withOwnVariables(text: string, own: ReadonlyMap<string, string>): string {
  if (own.size === 0) return text;
  return text.replace(
    /\$\{(?:env:)?([A-Za-z_]\w*)(?::-[^{}]*)?\}|\{env:([A-Za-z_]\w*)\}/g,
    (whole, a?: string, b?: string) => own.get(a ?? b ?? '') || whole,
  );
}
