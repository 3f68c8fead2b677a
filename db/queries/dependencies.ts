// The dependencies table: each name of a /health body with its present state.
import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { dependencies } from '@/db/schema/dependencies';
import type { Dependency } from '@/lib/core/outcome';
import type { UnixMs } from '@/lib/core/time';

/** Replaces what is known; `since` moves only when a state changed. Names no longer reported are forgotten. */
export function replaceDependencies(db: Db, endpointId: number, named: readonly Dependency[], at: UnixMs): void {
  const names = named.map(({ name }) => name);
  db.delete(dependencies)
    .where(and(eq(dependencies.endpointId, endpointId), notInArray(dependencies.name, names)))
    .run();
  for (const { name, state, message } of named) {
    db.insert(dependencies)
      .values({ endpointId, name, state, message, since: at, checkedAt: at })
      .onConflictDoUpdate({
        target: [dependencies.endpointId, dependencies.name],
        set: {
          state,
          message,
          checkedAt: at,
          since: sql`case when ${dependencies.state} = ${state} then ${dependencies.since} else ${at} end`,
        },
      })
      .run();
  }
}

/** Nobody can say any more how they are: each known name is `unknown`, from now on. */
export function doubtDependencies(db: Db, endpointId: number, at: UnixMs): void {
  db.update(dependencies)
    .set({
      state: 'unknown',
      message: null,
      checkedAt: at,
      since: sql`case when ${dependencies.state} = 'unknown' then ${dependencies.since} else ${at} end`,
    })
    .where(eq(dependencies.endpointId, endpointId))
    .run();
}
