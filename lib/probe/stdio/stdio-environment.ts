// What a stdio server sees of our environment: next to nothing, because ours holds Rollcall's own secrets.

/** The list of the MCP clients for POSIX (typescript-sdk, DEFAULT_INHERITED_ENV_VARS). */
const INHERITED = ['HOME', 'LOGNAME', 'PATH', 'SHELL', 'TERM', 'USER'];

/** `asked` is the entry's own `env`, which wins. */
export function stdioEnvironment(
  asked: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const inherited = INHERITED.flatMap((name) => {
    const value = own[name];
    // "() {": an exported shell function, code rather than a value.
    return value === undefined || value.startsWith('()') ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(inherited), ...asked };
}
