// The dependency_days table: adding to the days of a dependency, reading and forgetting them.
import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type DependencyDayRow, dependencyDays } from '@/db/schema/dependency-days';
import { type DependencyDay, MOST_DEPENDENCIES } from '@/lib/core/history/dependency-day';
import type { UnixMs } from '@/lib/core/time';

/** Adds to each day. Of a day that is full of names, only those it has go on. */
export function addToDependencyDays(db: Db, endpointId: number, days: readonly DependencyDay[]): void {
  for (const [dayAt, parts] of Map.groupBy(days, (day) => day.dayAt)) {
    const names = new Set(namesOf(db, endpointId, dayAt));
    for (const { name, ms } of parts) {
      if (!names.has(name) && names.size >= MOST_DEPENDENCIES) continue;
      names.add(name);
      addToDay(db, {
        endpointId,
        dayAt,
        name,
        okMs: ms.ok,
        degradedMs: ms.degraded,
        failedMs: ms.failed,
        unknownMs: ms.unknown,
        maintenanceMs: ms.maintenance,
      });
    }
  }
}

/** Of one endpoint and of the names given, oldest first. */
export function selectDependencyDays(
  db: Db,
  endpointId: number,
  { names, fromAt }: { names: readonly string[]; fromAt: UnixMs },
): DependencyDayRow[] {
  return db
    .select()
    .from(dependencyDays)
    .where(
      and(
        eq(dependencyDays.endpointId, endpointId),
        gte(dependencyDays.dayAt, fromAt),
        inArray(dependencyDays.name, [...names]),
      ),
    )
    .orderBy(asc(dependencyDays.dayAt))
    .all();
}

/** Deletes whole days of one endpoint, at most `limit` of them. @returns how many rows. */
export function pruneDependencyDays(db: Db, endpointId: number, before: UnixMs, limit: number): number {
  const isOld = and(eq(dependencyDays.endpointId, endpointId), lt(dependencyDays.dayAt, before));
  const oldest = db
    .selectDistinct({ dayAt: dependencyDays.dayAt })
    .from(dependencyDays)
    .where(isOld)
    .orderBy(dependencyDays.dayAt)
    .limit(limit);
  return db
    .delete(dependencyDays)
    .where(and(isOld, sql`${dependencyDays.dayAt} in ${oldest}`))
    .run().changes;
}

function namesOf(db: Db, endpointId: number, dayAt: UnixMs): string[] {
  return db
    .select({ name: dependencyDays.name })
    .from(dependencyDays)
    .where(and(eq(dependencyDays.endpointId, endpointId), eq(dependencyDays.dayAt, dayAt)))
    .all()
    .map(({ name }) => name);
}

function addToDay(db: Db, row: DependencyDayRow): void {
  db.insert(dependencyDays)
    .values(row)
    .onConflictDoUpdate({
      target: [dependencyDays.endpointId, dependencyDays.dayAt, dependencyDays.name],
      set: {
        okMs: sql`${dependencyDays.okMs} + ${row.okMs}`,
        degradedMs: sql`${dependencyDays.degradedMs} + ${row.degradedMs}`,
        failedMs: sql`${dependencyDays.failedMs} + ${row.failedMs}`,
        unknownMs: sql`${dependencyDays.unknownMs} + ${row.unknownMs}`,
        maintenanceMs: sql`${dependencyDays.maintenanceMs} + ${row.maintenanceMs}`,
      },
    })
    .run();
}
