// From a transport as written to a target that can be called: variables put in, command, URL and headers checked. Knows no
// policy.
import { isAbsolute, join } from 'node:path';
import type { RemoteTransport, StdioTransport, Transport } from '@/lib/config/dialects/transport';
import type { Target } from '@/lib/core/endpoint';
import type { ResolveContext } from './resolve-context';
import { resolveHeaders, resolveUrl } from './resolve-request';
import { secretsInArguments } from './secret-values';

export function resolveTarget(transport: Transport, context: ResolveContext): Target {
  return transport.kind === 'stdio' ? resolveStdio(transport, context) : resolveRemote(transport, context);
}

function resolveStdio(transport: StdioTransport, context: ResolveContext): Target {
  const { expander, findings, scope } = context;
  const command = expander.expand(transport.command);
  if (command.text.trim() === '') {
    findings.faults.push({ path: transport.command.path, message: 'the command is empty', remedy: 'Name a program.' });
  }
  const args = transport.args.map((arg) => expander.expand(arg));
  const env = transport.env.map(({ name, ...value }) => [name, expander.expand(value).text] as const);
  const cwd = transport.cwd === null ? scope.workspaceFolder : expander.expand(transport.cwd).text;
  const texts = args.map((arg) => arg.text);
  findings.secrets.push(
    ...args.flatMap((arg) => arg.values),
    ...env.map(([, value]) => value),
    ...secretsInArguments(texts),
  );
  return {
    kind: 'stdio',
    command: command.text,
    args: texts,
    env: Object.fromEntries(env),
    cwd: isAbsolute(cwd) ? cwd : join(scope.workspaceFolder, cwd),
  };
}

function resolveRemote({ url, headers, dialect, env }: RemoteTransport, outer: ResolveContext): Target {
  const own = new Map(env.map(({ name, ...value }) => [name, outer.expander.expand(value).text]));
  outer.findings.secrets.push(...own.values());
  const context = own.size === 0 ? outer : { ...outer, expander: outer.expander.withVariables(own) };
  return {
    kind: 'http',
    url: resolveUrl(url, 'the url', context),
    headers: resolveHeaders(headers, context),
    dialect,
  };
}
