import { renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configFingerprint } from '@/lib/config/watch-config';
import { temporaryConfig } from './config-folder';

const folder = temporaryConfig();
const at = (name: string) => join(folder.path(), name);

function replace() {
  writeFileSync(at('new'), '{}');
  renameSync(at('new'), at('mcp.json'));
}

function empty() {
  rmSync(at('mcp.json'));
  rmSync(at('rollcall.json'));
}

describe('configFingerprint', () => {
  it.each<[string, () => void]>([
    ['a file was written in place', () => writeFileSync(at('mcp.json'), '{ }')],
    ['a file was replaced', replace],
    ['a file came', () => folder.write('.vscode/mcp.json', {})],
    ['a file went', () => rmSync(at('rollcall.json'))],
    ['a file was renamed', () => renameSync(at('mcp.json'), at('a.mcp.json'))],
    ['a file was touched', () => utimesSync(at('mcp.json'), 1, 1)],
    ['a picture beside the files was drawn anew', () => folder.write('logo.svg', '<svg></svg>')],
    ['all files went', empty],
    ['the folder went', () => rmSync(folder.path(), { recursive: true })],
  ])('changes when %s', (_case, change) => {
    folder.write('mcp.json', '{}');
    folder.write('rollcall.json', '{}');
    folder.write('logo.svg', '<svg/>');
    const before = configFingerprint(folder.path());
    change();
    expect(configFingerprint(folder.path())).not.toBe(before);
  });

  it('changes when the link behind a ConfigMap is swapped', () => {
    folder.write('..1/mcp.json', '{"a":1}');
    folder.write('..2/mcp.json', '{"a":2}');
    symlinkSync('..1', at('..data'));
    symlinkSync('..data/mcp.json', at('mcp.json'));
    const before = configFingerprint(folder.path());
    symlinkSync('..2', at('..data_tmp'));
    renameSync(at('..data_tmp'), at('..data'));
    expect(configFingerprint(folder.path())).not.toBe(before);
  });

  it('stays the same while nothing happens to the files', () => {
    folder.write('mcp.json', '{}');
    const before = configFingerprint(folder.path());
    folder.write('notes.txt', 'unrelated');
    expect(configFingerprint(folder.path())).toBe(before);
    expect(configFingerprint(at('missing'))).toBe(configFingerprint(at('missing')));
  });
});
