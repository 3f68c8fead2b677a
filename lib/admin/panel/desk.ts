// What the verbs of the panel work with, once a process: database, environment, and the key that seals secrets.
import { type Db, openDb } from '@/db/client';
import { type Environment, type EnvironmentVariables, readEnvironment } from '@/lib/config/environment/env';
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
    const result = readEnvironment(process.env);
    // boot has read the same variables and refused to start with bad ones.
    if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
    return { environment: result.environment, sealer: createSealer(readSecret(result.environment)) };
  });
  return { db: openDb(), environment, variables: process.env, sealer };
}
