import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePointer, pointerOfFragment, valueAt } from '@/lib/core/catalogue/json-pointer';

/** The document of RFC 6901, section 5. */
const example = JSON.parse(
  '{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\\\j":5,"k\\"l":6," ":7,"m~n":8,"__proto__":9}',
);

describe('valueAt', () => {
  test.each<[string, string, unknown]>([
    ['the whole document', '', example],
    ['a member', '/foo', ['bar', 'baz']],
    ['an entry of a list', '/foo/0', 'bar'],
    ['the member with the empty name', '/', 0],
    ['a name with a slash', '/a~1b', 1],
    ['a name with a percent sign', '/c%d', 2],
    ['a name with a caret', '/e^f', 3],
    ['a name with a bar', '/g|h', 4],
    ['a name with a backslash', '/i\\j', 5],
    ['a name with a quote', '/k"l', 6],
    ['a name that is a space', '/ ', 7],
    ['a name with a tilde', '/m~0n', 8],
    ['an own member that looks like the prototype', '/__proto__', 9],
    ['nothing behind a text', '/foo/0/length', undefined],
    ['no entry after the last', '/foo/-', undefined],
    ['no entry beyond the end', '/foo/2', undefined],
    ['no index with a leading zero', '/foo/00', undefined],
    ['no negative index', '/foo/-1', undefined],
    ['not the length of a list', '/foo/length', undefined],
    ['nothing inherited', '/constructor', undefined],
    ['nothing without a leading slash', 'foo', undefined],
    ['nothing for a broken escape', '/m~2n', undefined],
    ['nothing for a tilde at the end', '/m~', undefined],
  ])('%s', (_name, pointer, value) => {
    expect(valueAt(example, pointer)).toEqual(value);
  });

  test('unescapes ~1 before ~0, so that ~01 is ~1', () => {
    expect(parsePointer('/~01')).toEqual(['~1']);
  });

  test('finds every member by its escaped name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.jsonValue(), (name, value) => {
        const document = { list: [{ [name]: value }] };
        const escaped = name.replaceAll('~', '~0').replaceAll('/', '~1');
        if (name !== '__proto__') expect(valueAt(document, `/list/0/${escaped}`)).toEqual(value);
      }),
    );
  });

  test('takes any pointer and any document', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (document, pointer) => {
        valueAt(document, pointer);
        valueAt(document, `/${pointer}`);
      }),
    );
  });
});

test.each<[string, string, string | null]>([
  ['the whole document', '#', ''],
  ['a definition', '#/$defs/Filter', '/$defs/Filter'],
  ['percent signs', '#/$defs/a%20b%25', '/$defs/a b%'],
  ['an anchor', '#Filter', null],
  ['another document', 'https://example.com/schema#/a', null],
  ['a broken percent sign', '#/%zz', null],
])('pointerOfFragment: %s', (_name, fragment, pointer) => {
  expect(pointerOfFragment(fragment)).toBe(pointer);
});
