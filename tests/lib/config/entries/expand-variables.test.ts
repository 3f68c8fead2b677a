import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandVariables, type VariableScope } from '@/lib/config/entries/expand-variables';

const VARIABLES: Record<string, string> = {
  TOKEN: 's3cret',
  HOST: 'example.com',
  EMPTY: '',
  _x1: 'one',
  TRICKY: '${TOKEN}',
};

const scope: VariableScope = {
  secrets: new Map([['warehouse.token', 'of the panel']]),
  lookUp: (name) => (Object.hasOwn(VARIABLES, name) ? VARIABLES[name] : undefined),
  isPrivate: (name) => name === 'ROLLCALL_SECRET',
  workspaceFolder: '/project',
  userHome: '/home/me',
};

describe('expandVariables', () => {
  it.each([
    ['${TOKEN}', 's3cret'],
    ['${env:TOKEN}', 's3cret'],
    ['{env:TOKEN}', 's3cret'],
    ['Bearer ${TOKEN}', 'Bearer s3cret'],
    ['https://${HOST}/${TOKEN}?a=${_x1}', 'https://example.com/s3cret?a=one'],
    ['${TOKEN:-default}', 's3cret'],
    ['${MISSING:-default}', 'default'],
    ['${EMPTY:-default}', 'default'],
    ['${EMPTY:-}', ''],
    ['${MISSING:-}', ''],
    ['${env:MISSING:-default}', 'default'],
    ['${MISSING:-a:-b}', 'a:-b'],
    ['${MISSING:-${TOKEN}}', 's3cret'],
    ['${MISSING:-{env:TOKEN}}/x', 's3cret/x'],
    ['${MISSING:-${ALSO:-${HOST}}}', 'example.com'],
    ['${workspaceFolder}/server.js', '/project/server.js'],
    ['${userHome}/x', '/home/me/x'],
    ['Bearer ${secret:warehouse.token}', 'Bearer of the panel'],
    ['$TOKEN', '$TOKEN'],
    ['{"a": 1}', '{"a": 1}'],
    ['{TOKEN}', '{TOKEN}'],
    ['', ''],
    ['what a value holds is not expanded again: ${TRICKY}', 'what a value holds is not expanded again: ${TOKEN}'],
  ])('%s', (text, expanded) => {
    expect(expandVariables(text, scope)).toMatchObject({ text: expanded, unresolved: [] });
  });

  it.each([
    ['${MISSING}', 'unset', 'MISSING'],
    ['a {env:MISSING} b', 'unset', 'MISSING'],
    ['${EMPTY}', 'empty', 'EMPTY'],
    ['${ROLLCALL_SECRET}', 'private', 'ROLLCALL_SECRET'],
    ['${input:api-key}', 'input', 'api-key'],
    ['${file:/etc/passwd}', 'unknown', '${file:/etc/passwd}'],
    ['${{ secrets.TOKEN }}', 'unknown', '${{ secrets.TOKEN }'],
    ['${TOKEN', 'unknown', '${TOKEN'],
    ['${}', 'unknown', '${}'],
    ['${TO KEN}', 'unknown', '${TO KEN}'],
    ['${constructor}', 'unset', 'constructor'],
  ])('leaves %s as it is and says why', (text, reason, name) => {
    expect(expandVariables(text, scope)).toEqual({ text, values: [], unresolved: [{ reason, name }] });
  });

  it('names the variable in a default that is missing too', () => {
    expect(expandVariables('${MISSING:-${ALSO}}', scope).unresolved).toEqual([{ reason: 'unset', name: 'ALSO' }]);
  });

  it('tells what variables held, and nothing that stands in the file', () => {
    expect(expandVariables('${TOKEN} ${MISSING:-public} ${userHome}', scope).values).toEqual(['s3cret']);
  });

  it('names every variable that is missing', () => {
    expect(expandVariables('${A} ${TOKEN} ${B}', scope).unresolved.map(({ name }) => name)).toEqual(['A', 'B']);
  });

  it('gives up on endless nesting and endless openings', () => {
    expect(expandVariables('${A:-'.repeat(100_000) + '}'.repeat(100_000), scope).unresolved).toHaveLength(1);
    expect(expandVariables('${'.repeat(500_000), scope).unresolved).toHaveLength(1);
  });

  it('leaves no placeholder of a variable that can be resolved', () => {
    const plain = fc.string().filter((text) => !/[${}]/.test(text));
    const placeholder = fc.constantFrom(
      '${TOKEN}',
      '${env:HOST}',
      '{env:TOKEN}',
      '${M:-x}',
      '${M:-${TOKEN}}',
      '${userHome}',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(plain, placeholder)), (parts) => {
        const { text, unresolved } = expandVariables(parts.join(''), scope);
        expect(unresolved).toEqual([]);
        expect(text).not.toMatch(/\$\{|\{env:/);
      }),
    );
  });

  it('never throws, and a text without faults holds no placeholder', () => {
    const piece = fc.constantFrom('${', '}', '{env:', ':-', 'TOKEN', 'M', '$', '{', 'input:', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { text, unresolved } = expandVariables(pieces.join(''), scope);
        if (unresolved.length === 0) expect(text).not.toMatch(/\$\{|\{env:/);
      }),
    );
  });
});
