// Several rollcall.json, of files and panel, as the one that means the same. Pure; knows no servers.
import { literalSecrets } from '@/lib/config/channels/resolve-channels';
import type { RollcallContent } from '@/lib/config/files/file-content';
import { entryName } from '@/lib/config/files/one-line';
import type { Json, Lift } from './lift';

export interface MergedRollcall extends Json {
  /** By name, not lifted. */
  endpoints: Json;
}

/** Earlier ones win key by key; routes and windows of all count. Anything else is the first's. */
export function mergeRollcalls(rollcalls: readonly RollcallContent[], lift: Lift): MergedRollcall {
  const written = rollcalls.map((content) => content.written);
  const endpoints: Json = {};
  for (const { endpoints: own } of written) {
    for (const [key, settings] of Object.entries(Object(own))) {
      const name = entryName(key);
      if (!Object.hasOwn(endpoints, name)) define(endpoints, name, settings);
    }
  }
  return {
    ...firstOf(written),
    page: Object.assign({}, ...written.map(({ page }) => page).reverse()),
    defaults: Object.assign({}, ...written.map(({ defaults }) => defaults).reverse()),
    endpoints,
    channels: channelsOf(rollcalls, lift),
    routes: written.flatMap(({ routes }) => (Array.isArray(routes) ? routes : [])),
    maintenance: written.flatMap(({ maintenance }) => (Array.isArray(maintenance) ? maintenance : [])),
  };
}

function firstOf(written: readonly Json[]): Json {
  // The order of the page is written anew, and the schema's address is that of another installation.
  const { order: _order, $schema: _schema, ...rest } = Object.assign({}, ...[...written].reverse());
  return rest;
}

function channelsOf(rollcalls: readonly RollcallContent[], lift: Lift): Json {
  const channels: Json = {};
  for (const { config, written } of rollcalls) {
    for (const [name, setting] of Object.entries(config.channels ?? {})) {
      if (Object.hasOwn(channels, name)) continue;
      define(channels, name, lift.channel(name, Object(written.channels)[name], literalSecrets(setting)));
    }
  }
  return channels;
}

/** `__proto__` may be a name. */
function define(record: Json, key: string, value: unknown): void {
  Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}
