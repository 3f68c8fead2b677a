// From a named entry and its settings to an endpoint, ready to be called or with the reason why it is not. Knows no slugs
// and no other entries.

import { unwrapMcpRemote } from '@/lib/config/dialects/unwrap-mcp-remote';
import type { AllowStdio } from '@/lib/config/environment/env';
import type { NamedEntry } from '@/lib/config/files/file-content';
import {
  mergeSettings,
  type PolicySettings,
  policyOf,
  resolveHealth,
  type SettingsLayer,
} from '@/lib/config/settings/layered-settings';
import type { Endpoint, EndpointType, Target } from '@/lib/core/endpoint';
import { problemOf, unsetVariables } from './fault';
import { resolveCanary } from './resolve-canary';
import { createContext, type Findings, reportFindings, type SourceFile } from './resolve-context';
import { resolveOAuth } from './resolve-oauth';
import { resolveTarget } from './resolve-target';
import { resolveTls } from './resolve-tls';
import { worthHiding } from './secret-values';

export interface EndpointRequest {
  entry: NamedEntry;
  file: SourceFile;
  /** The most particular first. */
  layers: readonly SettingsLayer[];
  defaults: PolicySettings;
  allowStdio: AllowStdio;
}

export interface ResolvedEndpoint {
  endpoint: Omit<Endpoint, 'slug'>;
  /** Values that must never be shown. */
  secrets: string[];
}

/** In place of what could not be understood; its endpoint has a problem, so it is never called. */
const NOTHING: Target = { kind: 'http', url: '', headers: {}, dialect: 'auto' };

export function resolveEndpoint({ entry, file, layers, defaults, allowStdio }: EndpointRequest): ResolvedEndpoint {
  const settings = mergeSettings(layers);
  const { target, findings } = targetOf(entry, file, settings.type === 'health');
  const { health, findings: healthFindings } = resolveHealth(layers);
  if (target.kind === 'health' && health === null && healthFindings.faults.length === 0) {
    findings.faults.push({
      path: entry.path,
      message: 'there is no health url to ask',
      remedy: 'Add "health": "https://…".',
    });
  }
  reportFindings(findings, file.problems);
  const { tls, findings: tlsFindings } = resolveTls(layers);
  const { auth, findings: authFindings } = resolveOAuth(layers, target);
  const all = [findings, healthFindings, tlsFindings, authFindings];
  const faults = all.flatMap(({ faults }) => faults);
  const forbidden = target.kind === 'stdio' ? stdioProblem(allowStdio, file.isPanel) : null;
  const unset = forbidden === null ? unsetVariables(faults) : null;
  const endpoint: ResolvedEndpoint['endpoint'] = {
    name: entry.name,
    title: settings.title ?? (entry.name === '' ? 'Unnamed server' : entry.name),
    description: settings.description ?? null,
    group: settings.group ?? null,
    publicUrl: settings.publicUrl ?? null,
    type: typeOf(target),
    target,
    health,
    policy: policyOf(settings, defaults),
    expectTools: settings.expectTools ?? [],
    canary: resolveCanary(layers, target),
    auth,
    tls,
    hidden: settings.hidden ?? false,
    paused: settings.paused ?? entry.isDisabled,
    source: file.isPanel ? null : file.name,
    problem: forbidden ?? problemOf(faults),
    ...(unset && { unsetVariables: unset }),
  };
  return { endpoint, secrets: worthHiding(all.flatMap(({ secrets }) => secrets)) };
}

function targetOf(entry: NamedEntry, file: SourceFile, isHealthAlone: boolean): { target: Target; findings: Findings } {
  const context = createContext(file);
  const { findings } = context;
  findings.faults.push(...entry.faults);
  if (entry.transport === null) {
    const isBlank = entry.faults.length === 0;
    if (isBlank && isHealthAlone) return { target: { kind: 'health' }, findings };
    const message = 'the entry has neither a command nor a url';
    if (isBlank) findings.faults.push({ path: entry.path, message, remedy: 'Give it one of the two.' });
    return { target: NOTHING, findings };
  }
  const wrapped = entry.transport.kind === 'stdio' ? unwrapMcpRemote(entry.transport) : null;
  if (wrapped !== null) file.problems.note(entry.path, 'mcp-remote is seen through: its URL is called directly');
  return { target: resolveTarget(wrapped ?? entry.transport, context), findings };
}

/** A command is run on this machine: who may name one is decided by the environment, which no panel can change. */
function stdioProblem(allowStdio: AllowStdio, isPanel: boolean): string | null {
  if (allowStdio === 'off') return 'stdio servers are switched off (ROLLCALL_ALLOW_STDIO=off)';
  if (!isPanel || allowStdio === 'admin') return null;
  return 'stdio servers of the panel are switched off (ROLLCALL_ALLOW_STDIO is not "admin")';
}

function typeOf(target: Target): EndpointType {
  switch (target.kind) {
    case 'http':
      return target.dialect === 'sse' ? 'sse' : 'http';
    case 'stdio':
    case 'health':
      return target.kind;
    default:
      return target satisfies never;
  }
}
