// Gathers the credentials that are taken out of one export, each under a name of its own.
import { type LiftedSecret, liftSecrets, liftValues } from '@/lib/config/secrets/lift-secrets';

/** Plain. */
export type Json = Record<string, unknown>;

export interface Lift {
  /** A server or its settings, without credentials in clear. */
  entry(slug: string, value: unknown): unknown;
  /** `values` are those that are credentials in it. */
  channel(name: string, value: unknown, values: readonly string[]): unknown;
  readonly secrets: LiftedSecret[];
}

export function createLift(storedNames: Iterable<string>): Lift {
  const taken = new Set(storedNames);
  const secrets: LiftedSecret[] = [];
  const remember = (found: readonly LiftedSecret[]) => {
    secrets.push(...found);
    for (const { name } of found) taken.add(name);
  };
  return {
    secrets,
    entry(slug, value) {
      const lifted = liftSecrets(slug, value, taken);
      remember(lifted.secrets);
      return lifted.value;
    },
    channel(name, value, values) {
      const lifted = liftValues(`channel-${name}`, value, { values: new Set(values), taken });
      remember(lifted.secrets);
      return lifted.value;
    },
  };
}
