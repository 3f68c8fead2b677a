// An entry in one client's words, said in those that all others share. Pure; what it does not know stays as it is.
import type { Dialect } from './dialects';

/** `value` is what stands in the file; anything but an object is given back for the schema to refuse. */
export function inCommonWords(value: unknown, { hasBareVariables }: Dialect): unknown {
  if (!isRecord(value)) return value;
  const flat = flattened(value);
  const headers = headersOf(flat);
  const worded = {
    ...flat,
    ...(headers === null ? {} : { headers }),
    ...(Array.isArray(flat.env_vars) && { env: { ...passedOn(flat.env_vars), ...record(flat.env) } }),
  };
  return mapTexts(worded, (text) => commonVariables(text, hasBareVariables));
}

/** Cline's command line keeps `type`, `url` and the rest in an object of their own. */
function flattened(entry: Record<string, unknown>): Record<string, unknown> {
  const { transport, ...rest } = entry;
  return isRecord(transport) ? { ...rest, ...transport } : entry;
}

/** Codex names variables instead of values; Continue keeps headers among other options. Null: nothing to add. */
function headersOf(entry: Record<string, unknown>): unknown {
  const { http_headers, env_http_headers, bearer_token_env_var, requestOptions } = entry;
  const others = [http_headers, env_http_headers, bearer_token_env_var, record(requestOptions).headers];
  if (others.every((part) => part === undefined)) return null;
  // Not a map of texts: the schema says so better than we could.
  if (http_headers !== undefined && !isRecord(http_headers)) return http_headers;
  const named = Object.entries(record(env_http_headers)).map(([name, variable]) => [name, variableNamed(variable)]);
  return {
    ...record(record(requestOptions).headers),
    ...record(http_headers),
    ...Object.fromEntries(named),
    ...(bearer_token_env_var !== undefined && { Authorization: `Bearer ${variableNamed(bearer_token_env_var)}` }),
    ...record(entry.headers),
  };
}

/** Codex: variables that the server finds in its environment under their own name. */
function passedOn(names: readonly unknown[]): Record<string, unknown> {
  const texts = names.filter((name) => typeof name === 'string');
  return Object.fromEntries(texts.map((name) => [name, variableNamed(name)]));
}

function variableNamed(name: unknown): unknown {
  return typeof name === 'string' ? `\${${name}}` : name;
}

/** `${{ secrets.X }}` and `${{ inputs.X }}` are Continue's, `$X` is Gemini CLI's; a bare `$X` elsewhere is plain text. */
function commonVariables(text: string, hasBareVariables: boolean): string {
  const braced = text
    .replace(/\$\{\{\s*secrets\.([\w-]+)\s*\}\}/g, (_whole, name: string) => `\${${name.replaceAll('-', '_')}}`)
    .replace(/\$\{\{\s*inputs\.([\w-]+)\s*\}\}/g, '${input:$1}');
  return hasBareVariables ? braced.replace(/\$([A-Za-z_]\w*)/g, '${$1}') : braced;
}

/** Of Rollcall's own settings nothing is changed: they know one spelling. */
function mapTexts(entry: Record<string, unknown>, change: (text: string) => string): Record<string, unknown> {
  const mapped = (value: unknown): unknown => {
    if (typeof value === 'string') return change(value);
    if (Array.isArray(value)) return value.map(mapped);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapped(item)]));
  };
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [key, key === 'rollcall' ? value : mapped(value)]),
  );
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
