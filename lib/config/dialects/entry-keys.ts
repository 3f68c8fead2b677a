// The keys of an entry: those that are acted on, with their types, and those of clients that mean nothing to a monitor.
import { z } from 'zod';

const texts = z.array(z.string());
const textByName = z.record(z.string(), z.string());

/** Loose: other keys are judged by name alone. `null` counts as left out, since some clients write it. */
export const entrySchema = z.looseObject({
  // A list is opencode's, an object was Zed's.
  command: z
    .union([
      z.string(),
      texts.min(1),
      z.looseObject({ path: z.string(), args: texts.optional(), env: textByName.optional() }),
    ])
    .optional(),
  args: texts.optional(),
  env: textByName.optional(),
  environment: textByName.optional(),
  envFile: z.string().optional(),
  cwd: z.string().optional(),
  type: z.string().optional(),
  transport: z.string().optional(),
  transportType: z.string().optional(),
  url: z.string().optional(),
  serverUrl: z.string().optional(),
  httpUrl: z.string().optional(),
  headers: textByName.optional(),
  disabled: z.boolean().optional(),
  enabled: z.boolean().optional(),
});

export type Entry = z.output<typeof entrySchema>;

/** What clients keep beside it, or say in words that common-words.ts translates. `timeout` is theirs for one tool call, in their own unit, and not ours for a check. */
const CLIENT_KEYS = [
  'alwaysAllow',
  'auth',
  'authProviderType',
  'autoApprove',
  'bearer_token_env_var',
  'description',
  'dev',
  'disabledTools',
  'disabled_tools',
  'enabledTools',
  'enabled_tools',
  'env_http_headers',
  'env_vars',
  'excludeTools',
  'gallery',
  'http_headers',
  'icon',
  'iconUrl',
  'includeTools',
  'metadata',
  'name',
  'oauth',
  'oauthScopes',
  'remoteConfigured',
  'requestOptions',
  'sandbox',
  'sandboxEnabled',
  'settings',
  'source',
  'startup_timeout_sec',
  'timeout',
  'tool_timeout_sec',
  'tools',
  'trust',
  'version',
];

export const KNOWN_ENTRY_KEYS: ReadonlySet<string> = new Set([
  ...Object.keys(entrySchema.shape),
  ...CLIENT_KEYS,
  'rollcall',
]);
