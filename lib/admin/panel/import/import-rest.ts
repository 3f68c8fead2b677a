// What an imported rollcall.json says beside its servers (page, defaults, channels, routes, maintenance), put into that of the
// panel. Pure.
import { asRecord } from '@/lib/admin/panel/server-documents';
import { literalSecrets } from '@/lib/config/channels/resolve-channels';
import type { ImportReading } from '@/lib/config/import/read-import';
import { type Lifted, liftValues } from '@/lib/config/secrets/lift-secrets';

type Rest = Pick<ImportReading, 'rest' | 'checkedRest'>;

/** Page and defaults key by key, channels by name, routes as a whole; windows that are not there yet are added. */
export function withRest(rollcall: unknown, { rest, checkedRest }: Rest): Lifted<Record<string, unknown>> {
  const before = asRecord(rollcall);
  const lifted = liftedChannels({ rest, checkedRest });
  const windows = list(before.maintenance);
  const known = new Set(windows.map((window) => JSON.stringify(window)));
  const value = {
    ...before,
    ...rest,
    page: { ...asRecord(before.page), ...asRecord(rest.page) },
    defaults: { ...asRecord(before.defaults), ...asRecord(rest.defaults) },
    channels: { ...asRecord(before.channels), ...lifted.value },
    maintenance: [...windows, ...list(rest.maintenance).filter((window) => !known.has(JSON.stringify(window)))],
  };
  return { value, secrets: lifted.secrets };
}

/** "page (title, timezone)", "2 channels": for people; empty when there is nothing. */
export function restWords({ rest }: Rest): string[] {
  const keys = (key: string) => Object.keys(asRecord(rest[key]));
  const named = (key: string) => (keys(key).length === 0 ? [] : [`${key} (${keys(key).join(', ')})`]);
  const count = list(rest.routes).length;
  const windows = list(rest.maintenance).length;
  return [
    ...['page', 'defaults', 'channels'].flatMap(named),
    ...(count > 0 ? [count === 1 ? 'one route' : `${count} routes`] : []),
    ...(windows > 0 ? [windows === 1 ? 'one maintenance plan' : `${windows} maintenance plans`] : []),
  ];
}

function liftedChannels({ rest, checkedRest }: Rest): Lifted<Record<string, unknown>> {
  const channels = asRecord(rest.channels);
  const taken = new Set<string>();
  const lifted = Object.entries(checkedRest.channels ?? {}).map(([name, setting]) => {
    const { value, secrets } = liftValues(`channel-${name}`, channels[name], {
      values: new Set(literalSecrets(setting)),
      taken,
    });
    for (const secret of secrets) taken.add(secret.name);
    return { name, value, secrets };
  });
  return {
    value: Object.fromEntries(lifted.map(({ name, value }) => [name, value])),
    secrets: lifted.flatMap(({ secrets }) => secrets),
  };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
