// What counts now, and who says so: files or the panel. Views for the panel's pages, without a secret and an address.
import type { Desk } from '@/lib/admin/panel/desk';
import { loadDraft } from '@/lib/admin/panel/load-draft';
import { panelRoutes, type RouteDraft } from '@/lib/admin/panel/routes';
import type { SettingSection } from '@/lib/admin/panel/save-settings';
import { asRecord } from '@/lib/admin/panel/server-documents';
import type { ChannelType } from '@/lib/config/settings/channel-schema';
import type { RouteSetting } from '@/lib/config/settings/route-schema';
import { readStoredPanel } from '@/lib/reads/panel-config';

export interface ChannelInForce {
  name: string;
  type: ChannelType;
  /** File that names it; null for one of the panel. */
  source: string | null;
  /** Why it is off; null when it is not. */
  problem: string | null;
}

export interface AlertingInForce {
  channels: ChannelInForce[];
  /** Of files; spans in milliseconds. */
  fileRoutes: { source: string; route: RouteSetting }[];
  /** As stored. */
  panelRoutes: RouteDraft[];
  /** For choosing: every server by its name in the mcp.json. */
  servers: string[];
  groups: string[];
}

export function alertingInForce(desk: Desk): AlertingInForce {
  const { channels, rollcalls, endpoints } = loadDraft(desk, {});
  const sourceOf = (name: string) =>
    rollcalls.find(({ config }) => Object.hasOwn(config.channels ?? {}, name))?.source ?? null;
  return {
    channels: channels.map(({ name, type, problem }) => ({ name, type, source: sourceOf(name), problem })),
    fileRoutes: rollcalls.flatMap(({ source, config }) =>
      source === null ? [] : (config.routes ?? []).map((route) => ({ source, route })),
    ),
    panelRoutes: panelRoutes(readStoredPanel(desk.db, desk.sealer).panel.rollcall),
    servers: endpoints.map(({ name }) => name),
    groups: [...new Set(endpoints.flatMap(({ group }) => group ?? []))],
  };
}

export interface SettingsInForce {
  /** What the panel says, as stored. */
  own: Record<string, unknown>;
  /** What files say, with the name of the file: it wins over the panel. Spans in milliseconds. */
  managed: ReadonlyMap<string, { file: string; value: unknown }>;
}

export function settingsInForce(desk: Desk, section: SettingSection): SettingsInForce {
  const managed = new Map<string, { file: string; value: unknown }>();
  for (const { source, config } of loadDraft(desk, {}).rollcalls) {
    if (source === null) continue;
    for (const [key, value] of Object.entries(config[section] ?? {})) {
      if (!managed.has(key)) managed.set(key, { file: source, value });
    }
  }
  const { rollcall } = readStoredPanel(desk.db, desk.sealer).panel;
  return { own: asRecord(asRecord(rollcall)[section]), managed };
}
