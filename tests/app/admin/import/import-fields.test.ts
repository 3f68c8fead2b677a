import { afterEach, beforeEach, expect, test } from 'vitest';
import { chosenPlaces, previewOf, readSent, type SentImport, sourcesOf } from '@/app/admin/import/import-fields';
import { planImport } from '@/lib/admin/panel/import/import-plan';
import { type TestDesk, testDesk } from '@/tests/lib/admin/panel/desk';

let desk: TestDesk;
beforeEach(() => {
  desk = testDesk();
});
afterEach(() => desk.remove());

const TEXT = JSON.stringify({
  mcpServers: {
    good: { url: 'https://good.test', headers: { Authorization: 'Bearer cl34r-secret' } },
    asking: { url: 'https://asking.test', headers: { 'X-Key': '${input:key}' } },
    unfit: { url: 'javascript:alert(1)' },
  },
});

function formOf(fields: readonly (readonly [string, string | File])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

async function sentBy(fields: readonly (readonly [string, string | File])[]): Promise<SentImport> {
  const reading = await readSent(formOf(fields));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.sent;
}

test('at first what could be called is chosen, later what was chosen; what was typed comes back', async () => {
  const first = await sentBy([['text', TEXT]]);
  const plan = planImport(desk, sourcesOf(first), first.choices);
  expect([...chosenPlaces(plan, first)]).toEqual([0, 1]);
  expect(previewOf(plan, first, {})).toMatchObject({ text: TEXT, missing: [{ placeholder: 'input:key', value: '' }] });
  const seen = ['good', 'asking', 'unfit'].map((name) => ['seen', name] as const);
  const fields = [
    ['text', TEXT],
    ...seen,
    ['chosen', 'unfit'],
    ['keep:good', 'variable'],
    ['give:input:key', 'k'],
  ] as const;
  const second = await sentBy(fields);
  const again = planImport(desk, sourcesOf(second), second.choices);
  expect([...chosenPlaces(again, second)]).toEqual([2]);
  const preview = previewOf(again, second, {});
  expect(preview.servers.map(({ keep, secrets }) => [keep, secrets])).toEqual([
    ['variable', ['GOOD_AUTHORIZATION']],
    ['', ['asking.key']],
    ['', []],
  ]);
  expect(preview.missing).toMatchObject([{ placeholder: 'input:key', value: 'k' }]);
  expect(preview.isRestChosen).toBe(false);
  expect(JSON.stringify(preview.servers)).not.toContain('cl34r');
});

test('files come as they are without script, and as a field with it', async () => {
  const upload = new File(['[mcp_servers.a]\nurl = "https://a.test"'], 'config.toml');
  const files = JSON.stringify([{ name: 'b.json', text: '{ "b": { "url": "https://b.test" } }' }]);
  const sent = await sentBy([
    ['files', files],
    ['upload', upload],
    ['upload', new File([], '')],
  ]);
  expect(sourcesOf(sent).map(({ name }) => name)).toEqual(['pasted', 'b.json', 'config.toml']);
  expect(planImport(desk, sourcesOf(sent), sent.choices).servers.map(({ view }) => view.name)).toEqual(['b', 'a']);
});

test.each<[string, [string, string | File]]>([
  ['too much text', ['text', 'x'.repeat(256 * 1024 + 1)]],
  ['a large file', ['upload', new File(['x'.repeat(256 * 1024 + 1)], 'a.json')]],
  ['files that are none', ['files', '{"a":1}']],
  ['files that are no JSON', ['files', '[']],
])('%s is refused beside the field', async (_case, field) => {
  expect(await readSent(formOf([field]))).toMatchObject({ ok: false, problems: { text: expect.any(String) } });
});
