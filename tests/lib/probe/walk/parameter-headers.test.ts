// The arguments that a tool wants repeated in headers.
import { describe, expect, test } from 'vitest';
import { parameterHeaders } from '@/lib/probe/walk/parameter-headers';

const marked = (header: unknown) => ({ properties: { a: { 'x-mcp-header': header } } });

describe('parameterHeaders', () => {
  const cases: [name: string, schema: unknown, given: object, headers: Record<string, string>][] = [
    ['a text', marked('Region'), { a: 'eu-1' }, { 'mcp-param-region': 'eu-1' }],
    ['a number', marked('N'), { a: 1.5 }, { 'mcp-param-n': '1.5' }],
    ['a boolean', marked('B'), { a: false }, { 'mcp-param-b': 'false' }],
    ['a text that no header carries', marked('T'), { a: 'Zürich' }, { 'mcp-param-t': '=?base64?WsO8cmljaA==?=' }],
    ['a line break', marked('T'), { a: 'a\r\nx: y' }, { 'mcp-param-t': '=?base64?YQ0KeDogeQ==?=' }],
    ['an empty text', marked('T'), { a: '' }, { 'mcp-param-t': '=?base64??=' }],
    ['spaces around it', marked('T'), { a: ' a' }, { 'mcp-param-t': '=?base64?IGE=?=' }],
    ['a tab before it', marked('T'), { a: '\ta' }, { 'mcp-param-t': '=?base64?CWE=?=' }],
    ['a tab within', marked('T'), { a: 'a\tb' }, { 'mcp-param-t': 'a\tb' }],
    [
      'what looks like Base64',
      marked('T'),
      { a: '=?base64?YQ==?=' },
      { 'mcp-param-t': '=?base64?PT9iYXNlNjQ/WVE9PT89?=' },
    ],
    ['an argument further in', { properties: { o: marked('R') } }, { o: { a: 'x' } }, { 'mcp-param-r': 'x' }],
    ['null', marked('T'), { a: null }, {}],
    ['a number that is not exact', marked('T'), { a: 2 ** 60 }, {}],
    ['an argument that is not given', marked('T'), {}, {}],
    ['an argument that is not marked', { properties: { a: {} } }, { a: 'x' }, {}],
    ['a name that would smuggle', marked('A: b\r\nHost'), { a: 'x' }, {}],
    ['a name that is none', marked(7), { a: 'x' }, {}],
    ['a name without end', marked('a'.repeat(101)), { a: 'x' }, {}],
    ['no schema', undefined, { a: 'x' }, {}],
    ['properties of a prototype', { properties: {} }, { constructor: 'x', toString: 'y' }, {}],
  ];
  test.each(cases)('%s', (_name, schema, given, headers) => {
    expect(parameterHeaders(schema, given)).toEqual(headers);
  });
});
