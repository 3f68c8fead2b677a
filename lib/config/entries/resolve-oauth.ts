// The OAuth client with which a server is called: variables put in, addresses checked.
import type { SettingsLayer } from '@/lib/config/settings/layered-settings';
import type { OAuthSettings } from '@/lib/config/settings/oauth-schema';
import type { OAuthClientCredentials, Target } from '@/lib/core/endpoint';
import { createContext, type Findings, type ResolveContext, reportFindings } from './resolve-context';
import { resolveUrl } from './resolve-request';

/** Its faults keep the server from being called: without its token it would only seem to refuse us. */
export function resolveOAuth(
  layers: readonly SettingsLayer[],
  target: Target,
): { auth: OAuthClientCredentials | null; findings: Findings } {
  const layer = layers.find(({ settings }) => settings.oauth !== undefined);
  const settings = layer?.settings.oauth;
  if (layer === undefined || settings === undefined)
    return { auth: null, findings: { faults: [], hints: [], secrets: [] } };
  const context = createContext(layer.file);
  const path = [...layer.path, 'oauth'];
  const auth = target.kind === 'http' ? resolveClient(settings, path, context) : null;
  addHints({ settings, auth, target, path }, context.findings);
  reportFindings(context.findings, layer.file.problems);
  return { auth, findings: context.findings };
}

function resolveClient(
  settings: OAuthSettings,
  path: SettingsLayer['path'],
  context: ResolveContext,
): OAuthClientCredentials {
  const at = (key: keyof OAuthSettings) => ({ text: settings[key] ?? '', path: [...path, key] });
  const textOf = (key: keyof OAuthSettings): string | null =>
    settings[key] === undefined ? null : context.expander.expand(at(key)).text;
  const urlOf = (key: 'tokenUrl' | 'issuer'): string | null =>
    settings[key] === undefined ? null : resolveUrl(at(key), `the oauth ${key}`, context);
  const secret = context.expander.expand(at('clientSecret'));
  context.findings.secrets.push(secret.text);
  if (secret.values.length === 0 && context.findings.faults.length === 0) {
    context.findings.hints.push({
      path: [...path, 'clientSecret'],
      message: 'the secret "oauth.clientSecret" is written into the file',
      remedy: 'Put it into a variable, such as "${CLIENT_SECRET}".',
    });
  }
  return {
    tokenUrl: urlOf('tokenUrl'),
    issuer: urlOf('issuer'),
    clientId: textOf('clientId') ?? '',
    clientSecret: secret.text,
    scope: textOf('scope'),
    resource: textOf('resource'),
    audience: textOf('audience'),
  };
}

interface Resolved {
  settings: OAuthSettings;
  auth: OAuthClientCredentials | null;
  target: Target;
  path: SettingsLayer['path'];
}

function addHints({ settings, auth, target, path }: Resolved, { hints }: Findings): void {
  if (target.kind !== 'http') {
    const message = 'oauth is ignored, since only servers with a url are called with a token';
    hints.push({ path, message, remedy: 'Remove it.' });
    return;
  }
  if (auth !== null && settings.tokenUrl === undefined && settings.issuer === undefined) {
    const message = 'the server itself says who gets to see the client secret';
    hints.push({ path, message, remedy: 'Name the "tokenUrl" or the "issuer" of its authorization server.' });
  }
  if (Object.keys(target.headers).some((name) => name.toLowerCase() === 'authorization')) {
    const message = 'the header "Authorization" is left out, since oauth gives the token for it';
    hints.push({ path, message, remedy: 'Remove one of the two.' });
  }
}
