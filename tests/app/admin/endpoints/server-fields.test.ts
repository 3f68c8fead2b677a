import { expect, test } from 'vitest';
import { draftOf, fieldsOf, serverFields } from '@/app/admin/endpoints/server-fields';

test('the address for visitors goes into the settings and comes back into its field', () => {
  const publicUrl = 'https://warehouse.example.com/mcp';
  const reading = draftOf(serverFields.parse({ name: 'warehouse', kind: 'http', url: 'https://x.test', publicUrl }));
  expect(reading).toMatchObject({ ok: true, draft: { settings: { publicUrl } } });
  if (reading.ok) expect(fieldsOf(reading.draft)).toMatchObject({ publicUrl, more: '' });
});
