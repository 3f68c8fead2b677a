// Settings of one endpoint from several places, key by key: rollcall.json before the entry's own `rollcall` key, and that
// before `defaults`.

import { createContext, type Findings, reportFindings, type SourceFile } from '@/lib/config/entries/resolve-context';
import { resolveHeaders, resolveUrl } from '@/lib/config/entries/resolve-request';
import type { JSONPath } from '@/lib/config/files/json-document';
import { DEFAULT_POLICY, type HealthTarget, type Policy } from '@/lib/core/endpoint';
import type { EndpointSettings } from './endpoint-settings-schema';

export interface SettingsLayer {
  settings: EndpointSettings;
  /** Where it stands in its file. */
  path: JSONPath;
  file: SourceFile;
}

export type PolicySettings = Pick<EndpointSettings, 'interval' | 'timeout' | 'confirm' | 'recover' | 'slowAfter'>;

/** Earlier layers win. */
export function mergeSettings(layers: readonly SettingsLayer[]): EndpointSettings {
  const merged: EndpointSettings = {};
  for (const layer of layers.toReversed()) Object.assign(merged, layer.settings);
  return merged;
}

export function policyOf(settings: PolicySettings, defaults: PolicySettings): Policy {
  return {
    intervalMs: settings.interval ?? defaults.interval ?? DEFAULT_POLICY.intervalMs,
    timeoutMs: settings.timeout ?? defaults.timeout ?? DEFAULT_POLICY.timeoutMs,
    confirm: settings.confirm ?? defaults.confirm ?? DEFAULT_POLICY.confirm,
    recover: settings.recover ?? defaults.recover ?? DEFAULT_POLICY.recover,
    slowAfterMs: settings.slowAfter ?? defaults.slowAfter ?? DEFAULT_POLICY.slowAfterMs,
  };
}

/** The /health of the first layer that names one; its faults are told to that layer's file. Null: none, or unfit. */
export function resolveHealth(layers: readonly SettingsLayer[]): { health: HealthTarget | null; findings: Findings } {
  const layer = layers.find(({ settings }) => settings.health !== undefined);
  const setting = layer?.settings.health;
  if (layer === undefined || setting === undefined)
    return { health: null, findings: { faults: [], hints: [], secrets: [] } };
  const context = createContext(layer.file);
  const path = [...layer.path, 'health'];
  const headers = Object.entries(setting.headers).map(([name, text]) => ({
    name,
    text,
    path: [...path, 'headers', name],
  }));
  const health = {
    url: resolveUrl({ text: setting.url, path: [...path, 'url'] }, 'the health url', context),
    headers: resolveHeaders(headers, context),
    required: setting.required,
    public: setting.public,
  };
  reportFindings(context.findings, layer.file.problems);
  return { health: context.findings.faults.length > 0 ? null : health, findings: context.findings };
}
