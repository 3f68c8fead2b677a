// A server.json of the MCP registry (modelcontextprotocol.io/registry), which tells how a server can be had, as the entry a
// client would make of it. Pure. What a person must fill in becomes a variable.
import type { JSONPath } from '@/lib/config/files/json-document';

export interface RegistryEntry {
  name: string;
  value: unknown;
  /** Where it stands in the file. */
  path: JSONPath;
}

type Json = Record<string, unknown>;

/** Null when it is no server.json. Remotes go before packages: one server is one entry, called where it already runs. */
export function readRegistryServer(root: unknown): RegistryEntry | null {
  const wrapped = property(root, 'server');
  const [server, base] = isServer(wrapped) ? [wrapped, ['server']] : [root, []];
  if (!isServer(server)) return null;
  const words = record(inCamelCase(server));
  const remotes = list(words.remotes);
  const at = Math.max(
    remotes.findIndex((remote) => String(remote.type ?? remote.transportType).startsWith('streamable')),
    0,
  );
  const remote = remotes[at];
  const name = String(words.name);
  if (remote !== undefined) return { name, value: remoteEntry(remote), path: [...base, 'remotes', at] };
  const [first] = list(words.packages);
  return first === undefined ? null : { name, value: packageEntry(first, words), path: [...base, 'packages', 0] };
}

/** By its name and one of the two lists, each with something that only a registry says. */
function isServer(value: unknown): value is Json {
  if (typeof property(value, 'name') !== 'string') return false;
  const isRemote = list(property(value, 'remotes')).some(({ url }) => typeof url === 'string');
  return (
    isRemote ||
    list(property(value, 'packages')).some((one) =>
      ['registryType', 'registry_type', 'registry_name'].some((key) => typeof one[key] === 'string'),
    )
  );
}

function remoteEntry(remote: Json): Json {
  const variables = record(remote.variables);
  const url = filledIn(String(remote.url ?? ''), variables);
  return { type: remote.type ?? remote.transportType, url, headers: textsOf(list(remote.headers)) };
}

function packageEntry(one: Json, server: Json): Json {
  const transport = record(one.transport);
  if (typeof transport.url === 'string') return remoteEntry(transport);
  const identifier = String(one.identifier ?? one.name ?? '');
  const version = String(one.version ?? server.version ?? record(server.versionDetail).version ?? '');
  const env = textsOf(list(one.environmentVariables));
  const [command, ...args] = runner(String(one.registryType ?? one.registryName), { identifier, version, env });
  return {
    command: typeof one.runtimeHint === 'string' ? one.runtimeHint : command,
    args: [...argumentsOf(one.runtimeArguments), ...args, ...argumentsOf(one.packageArguments)],
    env,
  };
}

/** As clients start each kind of package; an unknown kind is left to be completed. */
function runner(
  kind: string,
  { identifier, version, env }: { identifier: string; version: string; env: Json },
): string[] {
  switch (kind) {
    case 'npm':
      return ['npx', '-y', version ? `${identifier}@${version}` : identifier];
    case 'pypi':
      return ['uvx', version ? `${identifier}==${version}` : identifier];
    case 'nuget':
      return ['dnx', version ? `${identifier}@${version}` : identifier, '--yes'];
    case 'oci':
    case 'docker':
      return [
        'docker',
        'run',
        '-i',
        '--rm',
        ...Object.keys(env).flatMap((name) => ['-e', name]),
        image(identifier, version),
      ];
    default:
      return [identifier];
  }
}

function image(identifier: string, version: string): string {
  return version === '' || /[:@][^/]+$/.test(identifier) ? identifier : `${identifier}:${version}`;
}

function argumentsOf(given: unknown): string[] {
  return list(given).flatMap((argument) => {
    const value = textOf(argument, String(argument.valueHint ?? argument.name ?? 'value'));
    if (argument.type !== 'named') return value === null ? [] : [value];
    const isSwitch = argument.value === undefined && argument.default === undefined && argument.isRequired !== true;
    return isSwitch ? [] : [String(argument.name), ...(value === null ? [] : [value])];
  });
}

/** By name; what may be left out and has no value is left out. */
function textsOf(inputs: readonly Json[]): Json {
  const values = inputs.map((input) => [String(input.name), textOf(input, String(input.name))] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== null));
}

function textOf(input: Json, name: string): string | null {
  const text = input.value ?? input.default;
  if (text !== undefined) return filledIn(String(text), record(input.variables));
  return input.isRequired === true ? variable(name) : null;
}

/** `{tenant}` in an address or a header. */
function filledIn(text: string, variables: Json): string {
  return text.replace(/(?<!\$)\{([\w-]+)\}/g, (_whole, name: string) => {
    const { value, default: fallback } = record(variables[name]);
    return String(value ?? fallback ?? variable(name));
  });
}

/** `X-API-Key` asks for `${X_API_KEY}`. */
function variable(name: string): string {
  const upper = name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return `\${${/^[A-Z]/.test(upper) ? upper : `VALUE_${upper}`}}`;
}

/** Before 2025-09 the keys were in snake_case. Names that people gave (of variables) are not touched. */
function inCamelCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inCamelCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replace(/_(\w)/g, (_whole, letter: string) => letter.toUpperCase()),
      key === 'variables' ? item : inCamelCase(item),
    ]),
  );
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(record) : [];
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function property(value: unknown, key: string): unknown {
  return record(value)[key];
}
