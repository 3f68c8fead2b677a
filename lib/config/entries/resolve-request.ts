// URL and headers of anything that is called over HTTP, a server or its /health: variables put in, then checked.

import type { NamedText } from '@/lib/config/dialects/transport';
import { checkHeader } from './check-header';
import { checkUrl } from './check-url';
import type { TextAt } from './expander';
import type { ResolveContext } from './resolve-context';
import { secretsInHeader, secretsInUrl } from './secret-values';

/** Empty when the URL cannot be called, so that no part of a bad one is kept: it may hold a password. */
export function resolveUrl(at: TextAt, subject: string, { expander, findings }: ResolveContext): string {
  const faultsBefore = expander.faults.length;
  const { text, values } = expander.expand(at);
  // What is still to be put in would make any judgement of the URL wrong.
  if (expander.faults.length > faultsBefore) return '';
  const check = checkUrl(text, subject);
  if (!check.ok) {
    findings.faults.push({
      path: at.path,
      message: check.message,
      remedy: 'Correct it; it is not called before that.',
    });
    return '';
  }
  findings.secrets.push(...secretsInUrl(check.url, values));
  return check.url.href;
}

export function resolveHeaders(
  headers: readonly NamedText[],
  { expander, findings }: ResolveContext,
): Record<string, string> {
  const kept = new Map<string, [name: string, value: string]>();
  for (const { name, ...at } of headers) {
    const { text } = expander.expand(at);
    const check = checkHeader(name, text);
    findings.secrets.push(...secretsInHeader(text));
    switch (check.verdict) {
      case 'refused':
        findings.faults.push({ path: at.path, message: check.message, remedy: check.remedy });
        break;
      case 'redundant':
        findings.hints.push({
          path: at.path,
          message: `the header "${name}" is left out, since Rollcall sends it itself`,
          remedy: 'Remove it, or leave it for other clients.',
        });
        break;
      case 'fine':
        // The last spelling counts: fetch would join them to one broken value.
        kept.set(name.toLowerCase(), [name, text]);
        break;
      default:
        check satisfies never;
    }
  }
  return Object.fromEntries(kept.values());
}
