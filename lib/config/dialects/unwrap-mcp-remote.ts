// Sees through `npx mcp-remote URL`, the wrapper for clients that only start programs: Rollcall calls the URL itself,
// which is cheaper and tells more. Pure.
import type { TextAt } from '@/lib/config/entries/expander';
import type { NamedText, RemoteTransport, StdioTransport } from './transport';

const RUNNERS = new Set(['npx', 'bunx', 'pnpx', 'pnpm', 'yarn', 'bun', 'npm', 'cmd']);
const WRAPPER = /^mcp-remote(@[\w.^~*-]+)?$/;
/** What may stand between the runner and the wrapper, besides flags. */
const RUNNER_WORDS = new Set(['dlx', 'x', 'exec', '/c', 'npx', '--']);
/** Flags of mcp-remote that take no value (github.com/geelen/mcp-remote, README). */
const BARE_FLAGS = new Set(['--allow-http', '--debug', '--silent', '--enable-proxy']);

/** Null when it is no such wrapper, or one that says more than can be seen through; it is then run as it is. */
export function unwrapMcpRemote({ command, args, env }: StdioTransport): RemoteTransport | null {
  const runner = (command.text.split(/[\\/]/).at(-1) ?? '').replace(/\.(cmd|exe)$/i, '');
  if (runner === 'mcp-remote') return readArguments(args, env);
  if (!RUNNERS.has(runner)) return null;
  const at = args.findIndex((word) => WRAPPER.test(word.text));
  const isPlain = args.slice(0, at).every((word) => word.text.startsWith('-') || RUNNER_WORDS.has(word.text));
  return at < 0 || !isPlain ? null : readArguments(args.slice(at + 1), env);
}

function readArguments(args: readonly TextAt[], env: NamedText[]): RemoteTransport | null {
  let url: TextAt | null = null;
  let dialect: RemoteTransport['dialect'] = 'auto';
  const headers: NamedText[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i];
    if (word === undefined || BARE_FLAGS.has(word.text)) continue;
    if (!word.text.startsWith('--')) {
      // A second word would be the port of its OAuth callback.
      url ??= word;
      continue;
    }
    const value = args[++i];
    if (word.text === '--transport') dialect = transportDialect(value?.text);
    if (word.text !== '--header') continue;
    const header = value === undefined ? null : splitHeader(value);
    if (header === null) return null;
    headers.push(header);
  }
  return url === null ? null : { kind: 'remote', url, headers, dialect, env };
}

function transportDialect(strategy: string | undefined): RemoteTransport['dialect'] {
  if (strategy === 'http-only') return 'http';
  return strategy === 'sse-only' ? 'sse' : 'auto';
}

/** `Name:value`; a name that is itself a variable cannot be split. */
function splitHeader({ text, path }: TextAt): NamedText | null {
  const colon = text.indexOf(':');
  const name = text.slice(0, Math.max(colon, 0)).trim();
  return name === '' || name.includes('{') ? null : { name, text: text.slice(colon + 1).trim(), path };
}
