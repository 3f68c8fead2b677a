// Checks a value against a zod schema and saves what is sound: unknown keys and bad values are left out one by one, and
// each is reported. Knows nothing of files.
import { z } from 'zod';
import type { JSONPath } from '@/lib/config/files/json-document';
import { suggestion } from './did-you-mean';
import { leaveOut, valueAt } from './leave-out';
import { faultsOf, type SchemaFault } from './schema-fault';

export interface LenientFault {
  path: JSONPath;
  /** The key is not known; everything else is as it should be. */
  isUnknownKey: boolean;
  message: string;
  remedy: string;
}

export interface LenientResult<T> {
  /** Null when nothing of it can be used, such as a list where an object belongs. */
  data: T | null;
  /** The value without what was left out, as it was written: parses to `data`. */
  sound: unknown;
  /** In the order of the schema. */
  faults: LenientFault[];
}

/** Each pass takes out everything it finds; what one fault hid shows in the next. */
const PASS_LIMIT = 20;

/** `value` must be plain JSON; it is not changed. */
export function parseLeniently<S extends z.ZodType>(schema: S, value: unknown): LenientResult<z.output<S>> {
  const rest = structuredClone(value);
  const faults: LenientFault[] = [];
  for (let pass = 1; pass <= PASS_LIMIT; pass++) {
    const result = schema.safeParse(rest);
    if (result.success) return { data: result.data, sound: rest, faults };
    const found = faultsOf(result.error.issues);
    for (const fault of found) {
      if (pass === 1) faults.push(reported(schema, fault, rest));
      // What is missing now was taken out by us, and list items have moved.
      else if (!isMissing(rest, fault.path))
        faults.push({ ...reported(schema, fault, rest), path: beforeIndex(fault.path) });
    }
    const hasRest = leaveOut(
      rest,
      found.map((fault) => fault.path),
    );
    if (!hasRest) break;
  }
  return { data: null, sound: null, faults };
}

function reported(schema: z.ZodType, { path, isUnknownKey, message }: SchemaFault, value: unknown): LenientFault {
  const key = path.at(-1);
  const subject = typeof key === 'string' ? `"${key}"` : 'it';
  if (isUnknownKey) {
    const remedy = suggestion(String(key), knownKeys(schema, path.slice(0, -1)), 'Remove it.');
    return { path, isUnknownKey, message: `${subject} is not a known key and is ignored`, remedy };
  }
  const words = isMissing(value, path) ? 'is missing' : message;
  const remedy = 'Correct it; docs/configuration.md lists what each key takes.';
  return { path, isUnknownKey, message: `${subject} ${words}`, remedy };
}

function isMissing(root: unknown, path: JSONPath): boolean {
  return valueAt(root, path) === undefined;
}

function beforeIndex(path: JSONPath): JSONPath {
  const index = path.findIndex((step) => typeof step === 'number');
  return index < 0 ? path : path.slice(0, index);
}

/** By schema: making one takes a millisecond, and a file may hold a hundred thousand unknown keys. */
const jsonSchemas = new WeakMap<z.ZodType, unknown>();

/** What could have stood there, read from the JSON Schema so that zod's insides stay zod's. */
function knownKeys(schema: z.ZodType, path: JSONPath): string[] {
  const jsonSchema = jsonSchemas.get(schema) ?? z.toJSONSchema(schema, { io: 'input' });
  jsonSchemas.set(schema, jsonSchema);
  let places: unknown[] = [jsonSchema];
  for (const step of path) places = alternatives(places).map((place) => below(place, step));
  return alternatives(places).flatMap((place) => Object.keys(Object(valueAt(place, ['properties']))));
}

function below(place: unknown, step: string | number): unknown {
  return valueAt(place, ['properties', step]) ?? valueAt(place, ['additionalProperties']) ?? valueAt(place, ['items']);
}

function alternatives(places: readonly unknown[]): unknown[] {
  return places.flatMap((place) => {
    const either = valueAt(place, ['anyOf']) ?? valueAt(place, ['oneOf']);
    return Array.isArray(either) ? either : [place];
  });
}
