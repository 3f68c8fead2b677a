// What holds for every list of changes, whatever the two catalogues were.
import { expect } from 'vitest';
import { CHANGES_LIMIT } from '@/lib/core/drift/drift';
import { DRIFT_CODES, DRIFT_KINDS, type DriftChange } from '@/lib/core/drift/drift-change';

export function expectSound(changes: DriftChange[]): void {
  expect(changes.length).toBeLessThanOrEqual(CHANGES_LIMIT);
  for (const { tool: name, kind, code, path, sentence } of changes) {
    expect(DRIFT_KINDS).toContain(kind);
    expect(DRIFT_CODES).toContain(code);
    expect([...name].length).toBeLessThanOrEqual(80);
    expect([...path].length).toBeLessThanOrEqual(100);
    expect([...sentence].length).toBeLessThanOrEqual(500);
    expect(name + path + sentence).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
    expect(sentence.split('`').length % 2, sentence).toBe(1);
    expect(sentence).not.toMatch(/undefined|\[object/);
  }
}
