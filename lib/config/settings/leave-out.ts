// Takes parts out of a plain JSON value by path. Knows no schema.
import type { JSONPath } from '@/lib/config/files/json-document';

/**
 * Changes `root`: removes the key or list item at each path; where nothing stands there, its parent, since then
 * something required is missing in it. False when nothing would be left.
 */
export function leaveOut(root: unknown, paths: readonly JSONPath[]): boolean {
  const targets = new Map(paths.map((path) => existingPath(root, path)).map((path) => [JSON.stringify(path), path]));
  const ordered = [...targets.values()].sort(innermostAndLastFirst);
  for (const path of ordered) remove(root, path);
  return !ordered.some((path) => path.length === 0);
}

/** Undefined when there is no such path. Inherited properties do not count. */
export function valueAt(root: unknown, path: JSONPath): unknown {
  return path.reduce<unknown>((value, step) => (hasOwn(value, step) ? Reflect.get(value, step) : undefined), root);
}

/** The longest part of the path at which something stands. */
function existingPath(root: unknown, path: JSONPath): JSONPath {
  const step = path.at(-1);
  const parentPath = path.slice(0, -1);
  if (step === undefined || hasOwn(valueAt(root, parentPath), step)) return path;
  return existingPath(root, parentPath);
}

function remove(root: unknown, path: JSONPath): void {
  const step = path.at(-1);
  const parent = valueAt(root, path.slice(0, -1));
  if (step === undefined || !hasOwn(parent, step)) return;
  if (Array.isArray(parent)) parent.splice(Number(step), 1);
  else Reflect.deleteProperty(parent, step);
}

/** So that taking out one part never moves another that is still to be taken out. */
function innermostAndLastFirst(a: JSONPath, b: JSONPath): number {
  const at = a.findIndex((step, i) => step !== b[i]);
  if (at < 0) return b.length - a.length;
  const [left, right] = [a[at], b[at]];
  if (right === undefined) return -1;
  if (typeof left === 'number' && typeof right === 'number') return right - left;
  return String(left) < String(right) ? -1 : 1;
}

function hasOwn(value: unknown, step: string | number): value is object {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step);
}
