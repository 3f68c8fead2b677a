// Which expanded values of an entry must never be shown or logged. Rather too many than too few: hiding a harmless word
// in a message costs less than showing a credential. Pure.

/** Shorter values would blank out half of every line, and protect nothing. */
const LENGTH_MIN = 4;
/** Values that many a variable holds and nobody needs to hide; numbers up to five digits are ports. */
const COMMON = /^(\d{1,5}|true|false|null|none|default|info|debug|warn|error|production|development)$/i;
/** Of options on a command line. */
export const SECRET_FLAG = /(key|token|secret|passw|auth|credential|header|cookie)/i;

export function worthHiding(values: Iterable<string>): string[] {
  return [...new Set([...values].map((value) => value.trim()))].filter(
    (value) => value.length >= LENGTH_MIN && !COMMON.test(value),
  );
}

/** The whole value, and what follows its scheme: "Bearer abc" hides "abc" as well. */
export function secretsInHeader(value: string): string[] {
  return [value, ...value.trim().split(/\s+/).slice(1)];
}

/** The values of all query parameters, and of variables in path or query; host and port are no secret. */
export function secretsInUrl(url: URL, variableValues: readonly string[]): string[] {
  const visible = decoded(url.pathname + url.search);
  const inside = variableValues.filter((value) => visible.includes(value) || visible.includes(decoded(value)));
  // As written as well: an echo may not be decoded.
  const raw = url.search
    .slice(1)
    .split('&')
    .map((pair) => pair.slice(pair.indexOf('=') + 1));
  return [...url.searchParams.values(), ...raw, ...inside];
}

/** `--api-key X`, `--token=X`, `-e TOKEN=X`, `--header "Authorization: X"`. */
export function secretsInArguments(args: readonly string[]): string[] {
  return args.flatMap((arg, i) => {
    const before = args[i - 1] ?? '';
    if (before.startsWith('-') && SECRET_FLAG.test(before) && !arg.startsWith('-')) return [arg];
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(arg) ?? [];
    return SECRET_FLAG.test(name) ? [value] : [];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
