// Reads what a server says when it refuses us: the WWW-Authenticate header (RFC 9110, 11.6.1; RFC 9728, 5.1) and the
// protected-resource metadata it points to. For administrators.
import type { Challenge } from '@/lib/core/failure';
import { readText } from '@/lib/probe/fetch/body';
import type { GuardedFetch } from '@/lib/probe/fetch/guarded-fetch';
import { oneLine } from '@/lib/probe/log/redact';
import { field } from '@/lib/probe/wire/field';

const TEXT_LIMIT = 300;
const MAX_NAMES = 20;
/** The metadata is a courtesy to the reader; the verdict does not wait longer for it. */
const METADATA_PATIENCE_MS = 2_000;

/** `header` is null where the server refused without saying how; the challenge is then empty. */
export function readChallenge(header: string | null, seenAt: number): Challenge {
  const text = (header ?? '').slice(0, 4_000);
  const [, scheme] = /^\s*([A-Za-z][\w-]*)(?=\s|,|$)/.exec(text) ?? [];
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, bare] of text.matchAll(
    /([A-Za-z_]+)\s{0,5}=\s{0,5}(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g,
  )) {
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, (quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '').slice(0, TEXT_LIMIT));
  }
  const textOf = (name: string): string | null => {
    const value = parameters.get(name);
    return value === undefined || value === '' ? null : oneLine(value);
  };
  return {
    scheme: scheme ?? null,
    realm: textOf('realm'),
    scopes: (textOf('scope') ?? '')
      .split(' ')
      .filter((scope) => scope !== '')
      .slice(0, MAX_NAMES),
    resourceMetadataUrl: webAddress(parameters.get('resource_metadata')),
    authorizationServers: [],
    error: textOf('error'),
    seenAt,
  };
}

/** Best effort: the challenge as it was when the metadata does not come, or is none. */
export async function withMetadata(challenge: Challenge, http: GuardedFetch, signal: AbortSignal): Promise<Challenge> {
  if (challenge.resourceMetadataUrl === null || signal.aborted) return challenge;
  try {
    const answer = await http.fetch({
      method: 'GET',
      url: challenge.resourceMetadataUrl,
      // No header of the endpoint goes along: the server could name any address here.
      headers: { accept: 'application/json' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(METADATA_PATIENCE_MS)]),
    });
    if (answer.status !== 200) {
      answer.discard();
      return challenge;
    }
    const metadata: unknown = JSON.parse(await readText(answer.body));
    const scopes = challenge.scopes.length > 0 ? challenge.scopes : texts(field(metadata, 'scopes_supported'));
    return { ...challenge, scopes, authorizationServers: texts(field(metadata, 'authorization_servers')) };
  } catch {
    return challenge;
  }
}

function texts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const found = value.filter((item): item is string => typeof item === 'string' && item !== '');
  return found.slice(0, MAX_NAMES).map((item) => oneLine(item.slice(0, TEXT_LIMIT)));
}

function webAddress(text: string | undefined): string | null {
  const url = text === undefined ? null : URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url.href : null;
}
