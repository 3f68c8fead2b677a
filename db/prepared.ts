// Statements that every check or every page runs, built once for each database handle: building one and preparing it costs several times
// what running it does. Knows no table.
import type { Db } from '@/db/client';

/** `build` names its parameters with `sql.placeholder`; a nullable JSON column takes none (it would store the text "null"). */
export function prepared<Statement>(build: (db: Db) => Statement): (db: Db) => Statement {
  const built = new WeakMap<Db, Statement>();
  return (db) => {
    const statement = built.get(db) ?? build(db);
    built.set(db, statement);
    return statement;
  };
}
