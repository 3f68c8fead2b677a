// What the verbs of the panel work with, once a process: database, environment, and the key that seals secrets.
import { type Db, openDb } from '@/db/client';
import { checkedEnvironment, type Environment, type EnvironmentVariables } from '@/lib/config/environment/env';
import { readSecret } from '@/lib/config/environment/secret';
import { createSealer, type Sealer } from '@/lib/config/secrets/seal';
import { once } from '@/lib/once/once';

export interface Desk {
  db: Db;
  environment: Environment;
  /** What `${VARIABLE}` in the configuration is taken from. */
  variables: EnvironmentVariables;
  sealer: Sealer;
}

export function panelDesk(): Desk {
  const { environment, sealer } = once('panel-desk', () => {
    const own = checkedEnvironment();
    return { environment: own, sealer: createSealer(readSecret(own)) };
  });
  return { db: openDb(), environment, variables: process.env, sealer };
}
