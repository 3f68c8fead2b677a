import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPath, type JsonDocument, parseJson } from '@/lib/config/files/json-document';

function parsed(text: string): JsonDocument {
  const result = parseJson(text);
  if (!result.ok) throw new Error(result.fault.message);
  return result.document;
}

function faultOf(text: string) {
  const result = parseJson(text);
  if (result.ok) throw new Error('parsed');
  return result.fault;
}

describe('parseJson', () => {
  it('takes comments and trailing commas', () => {
    expect(parsed('{ // one\n "a": [1, 2,], /* two */ "b": {"c": null,}, }').value).toEqual({
      a: [1, 2],
      b: { c: null },
    });
  });

  it('knows line and column of keys and items', () => {
    const document = parsed('{\n  "a": {\n    "b": [1,\n      2]\n  }\n}');
    expect(document.locate(['a', 'b'])).toEqual({ line: 3, column: 5 });
    expect(document.locate(['a', 'b', 1])).toEqual({ line: 4, column: 7 });
    expect(document.locate(['a', 'missing', 'x'])).toEqual({ line: 2, column: 3 });
    expect(document.locate([])).toEqual({ line: 1, column: 1 });
  });

  it('lets the last of equal keys count, and names it', () => {
    const document = parsed('{\n"a": 1,\n"a": 2,\n"b": [{"c": 1, "c": 2}]}');
    expect(document.value).toEqual({ a: 2, b: [{ c: 2 }] });
    expect(document.duplicates).toEqual([['a'], ['b', 0, 'c']]);
    expect(document.locate(['a'])).toEqual({ line: 3, column: 1 });
  });

  it('keeps __proto__ an ordinary key', () => {
    const { value } = parsed('{"__proto__": {"polluted": true}}');
    expect(Object.keys(Object(value))).toEqual(['__proto__']);
    expect(Object(value).polluted).toBeUndefined();
  });

  it.each([
    ['empty', '', 'it is empty', null],
    ['only spaces', ' \n ', 'it is empty', null],
    ['only a comment', '// soon', 'a value is expected here', { line: 1, column: 8 }],
    ['half written', '{"a": {\n  "b": 1', 'a closing } is missing', { line: 2, column: 9 }],
    ['cut inside a text', '{"a": "b', 'a text is never closed with a double quote', { line: 1, column: 7 }],
    ['a missing comma', '{"a": 1\n "b": 2}', 'a comma is missing before this', { line: 2, column: 2 }],
    ['single quotes', "{'a': 1}", 'this is no JSON; texts need double quotes', { line: 1, column: 2 }],
    ['text after the end', '{} {}', 'the file should have ended before this', { line: 1, column: 4 }],
    ['YAML', 'mcpServers:\n  a: 1', 'this is no JSON; texts need double quotes', { line: 1, column: 1 }],
    ['a line break in a text', '{"a": "b\nc"}', 'a text is never closed with a double quote', { line: 1, column: 7 }],
  ])('says what is wrong: %s', (_case, text, message, position) => {
    expect(faultOf(text)).toMatchObject({ message, position });
  });

  it('says that a half-written file breaks off', () => {
    expect(faultOf('{"a": {"b":').remedy).toBe('The file breaks off: save it whole.');
  });

  it.each(['[', '{"a":', '[{"a":'])('refuses endless nesting of %s without running out of stack', (piece) => {
    expect(faultOf(piece.repeat(200_000)).message).toBe('it is nested more than 100 levels deep');
  });

  it('agrees with JSON.parse on all JSON', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        expect(parsed(text).value).toEqual(JSON.parse(text));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void parseJson(text)));
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '/*',
      '*/',
      '//',
      '\n',
      'null',
      '1',
      '\\',
      '"a"',
      '__proto__',
    );
    fc.assert(fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => void parseJson(parts.join(''))));
  });
});

describe('formatPath', () => {
  it('dots keys and brackets indices', () => {
    expect(formatPath(['mcpServers', 'warehouse', 'args', 2])).toBe('mcpServers.warehouse.args[2]');
  });
});
