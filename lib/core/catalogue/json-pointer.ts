// JSON Pointer (RFC 6901): finds one value in a JSON document. Pure; both the pointer and the document may be hostile.

/** Longer pointers are no one's wish; real ones have a handful of names. */
const LENGTH_LIMIT = 10_000;

/** An index without a sign or leading zeros; "-" (the entry after the last) never exists in a document. */
const INDEX = /^(?:0|[1-9]\d{0,9})$/;

/** The names on the way, unescaped: "/a~1b/0" gives ["a/b", "0"], "" gives []. Null when it is no pointer. */
export function parsePointer(pointer: string): string[] | null {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || pointer.length > LENGTH_LIMIT || /~(?![01])/.test(pointer)) return null;
  return pointer
    .slice(1)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value it points to; undefined (which JSON does not have) when there is none or the pointer is invalid. */
export function valueAt(document: unknown, pointer: string): unknown {
  const names = parsePointer(pointer);
  return names === null ? undefined : names.reduce(memberOf, document);
}

/** The pointer in a URI fragment (section 6 of the RFC): "#/$defs/a%20b" gives "/$defs/a b". Null when it is none. */
export function pointerOfFragment(fragment: string): string | null {
  if (!fragment.startsWith('#') || fragment.length > LENGTH_LIMIT) return null;
  try {
    const pointer = decodeURIComponent(fragment.slice(1));
    return parsePointer(pointer) === null ? null : pointer;
  } catch {
    return null;
  }
}

/** Own members only: "constructor" and the like are names as any other, and mostly absent. */
function memberOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return INDEX.test(name) ? value[Number(name)] : undefined;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
