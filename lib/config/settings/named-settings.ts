// What rollcall.json says about endpoints by name, held against the names that exist. Resolves nothing.

import { BARE } from '@/lib/config/dialects/dialects';
import type { SourceFile } from '@/lib/config/entries/resolve-context';
import type { FileContent, NamedEntry } from '@/lib/config/files/file-content';
import { entryName } from '@/lib/config/files/one-line';
import { suggestion } from './did-you-mean';
import type { PolicySettings, SettingsLayer } from './layered-settings';

export interface Source {
  file: SourceFile;
  content: FileContent;
}

export interface NamedSettings {
  byName: ReadonlyMap<string, SettingsLayer>;
  defaults: PolicySettings;
}

export function collectSettings(sources: readonly Source[]): NamedSettings {
  const byName = new Map<string, SettingsLayer>();
  let defaults: PolicySettings = {};
  for (const { file, content } of sources) {
    if (content.kind !== 'rollcall') continue;
    // Earlier sources win: files come before the panel.
    defaults = { ...content.config.defaults, ...defaults };
    for (const [key, settings] of Object.entries(content.config.endpoints ?? {})) {
      const name = entryName(key);
      if (!byName.has(name)) byName.set(name, { settings, path: ['endpoints', key], file });
    }
  }
  return { byName, defaults };
}

const ALONE = { entry: null, settings: {} };

/** Entries for health URLs that no mcp.json knows. */
export function healthAlone(
  { byName }: NamedSettings,
  mcpNames: ReadonlySet<string>,
): { entry: NamedEntry; file: SourceFile }[] {
  return [...byName].flatMap(([name, { settings, path, file }]) => {
    if (settings.type !== 'health' || mcpNames.has(name)) return [];
    const entry = {
      name,
      path,
      dialect: BARE,
      transport: null,
      isDisabled: false,
      faults: [],
      settings: {},
      written: ALONE,
    };
    return [{ entry, file }];
  });
}

/** Settings that concern no server, and a `type` that says otherwise than the mcp.json. */
export function warnOfIdleSettings({ byName }: NamedSettings, mcpNames: ReadonlySet<string>): void {
  for (const [name, { settings, path, file }] of byName) {
    const isKnown = mcpNames.has(name);
    if (isKnown && settings.type !== undefined) {
      const message = `"type" is ignored, since an mcp.json has a server called "${name}"`;
      file.problems.warn([...path, 'type'], message, 'Remove it, or give the health URL a name of its own.');
    }
    if (isKnown || settings.type !== undefined) continue;
    const otherwise =
      settings.health === undefined
        ? 'Add the server to an mcp.json, or remove this.'
        : 'Add "type": "health" to watch its health URL alone.';
    file.problems.warn(path, `no server is called "${name}"`, () => suggestion(name, mcpNames, otherwise));
  }
}
