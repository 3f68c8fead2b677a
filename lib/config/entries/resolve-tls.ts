// Whom a server's settings trust over TLS. Reads the file that `ca` names.
import { X509Certificate } from 'node:crypto';
import { isAbsolute, join } from 'node:path';
import { readText } from '@/lib/config/files/read-text';
import type { SettingsLayer } from '@/lib/config/settings/layered-settings';
import { DEFAULT_TLS, type TlsTrust } from '@/lib/core/endpoint';
import { createContext, type Findings, type ResolveContext, reportFindings } from './resolve-context';

/** All authorities of a browser have half of this. */
const LIMIT_BYTES = 512 * 1024;
const CERTIFICATE =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** Its faults keep the server from being called: without its authority it would only seem to be broken. */
export function resolveTls(layers: readonly SettingsLayer[]): { tls: TlsTrust; findings: Findings } {
  const findings: Findings = { faults: [], hints: [], secrets: [] };
  const ca = resolveCa(layers, findings);
  const insecure = resolveInsecure(layers);
  return { tls: ca === null && !insecure ? DEFAULT_TLS : { ca, insecure }, findings };
}

/** Null for none, and for one that cannot be read. */
function resolveCa(layers: readonly SettingsLayer[], findings: Findings): string | null {
  const layer = layers.find(({ settings }) => settings.ca !== undefined);
  if (layer?.settings.ca === undefined) return null;
  const context = createContext(layer.file);
  const certificates = readCertificates({ text: layer.settings.ca, path: [...layer.path, 'ca'] }, context);
  reportFindings(context.findings, layer.file.problems);
  findings.faults.push(...context.findings.faults);
  return certificates;
}

function readCertificates(at: { text: string; path: SettingsLayer['path'] }, context: ResolveContext): string | null {
  const { expander, findings, scope } = context;
  const refuse = (message: string, remedy: string): null => {
    findings.faults.push({ path: at.path, message, remedy });
    return null;
  };
  const { text } = expander.expand(at);
  if (findings.faults.length > 0) return null;
  let pem = text;
  if (!text.includes('-----BEGIN')) {
    const file = readText(isAbsolute(text) ? text : join(scope.workspaceFolder, text), LIMIT_BYTES);
    if (!file.ok) return refuse(`the ca file: ${file.message}`, file.remedy);
    pem = file.text;
  }
  const certificates = pem.match(CERTIFICATE) ?? [];
  if (certificates.length === 0) return refuse('the ca holds no certificate', 'It must be in PEM form.');
  const broken = certificates.findIndex((certificate) => !isCertificate(certificate));
  if (broken >= 0) return refuse(`certificate ${broken + 1} of the ca is broken`, 'Export it once more, in PEM form.');
  return certificates.join('\n');
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
}

function resolveInsecure(layers: readonly SettingsLayer[]): boolean {
  const layer = layers.find(({ settings }) => settings.insecure !== undefined);
  if (layer?.settings.insecure !== true) return false;
  layer.file.problems.warn(
    [...layer.path, 'insecure'],
    'any certificate is accepted, so whoever answers gets what is sent, credentials too',
    'Remove it and name the authority of its certificate as "ca".',
  );
  return true;
}
