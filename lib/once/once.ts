// Keeps a value on globalThis. Next gives every route, page and the instrumentation its own copy of each module,
// so a module-level variable would exist several times in one process (measured on Next 16.4).

const KEY = Symbol.for('rollcall.once');

/** The value stored under `name`, made by `make` at the first call in this thread. */
export function once<T>(name: string, make: () => T): T {
  const values = store();
  if (!values.has(name)) values.set(name, make());
  return stored<T>(values, name);
}

/** Takes the value out, so that the next `once` makes a new one. */
export function forget(name: string): void {
  store().delete(name);
}

function store(): Map<string, unknown> {
  const holder = globalThis as { [KEY]?: Map<string, unknown> };
  holder[KEY] ??= new Map();
  return holder[KEY];
}

/** The only cast: what is stored under a name was put there by `once` with the same type. */
function stored<T>(values: Map<string, unknown>, name: string): T {
  return values.get(name) as T;
}
