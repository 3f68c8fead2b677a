// One file of the export as a download. Whoever calls it has asked who is there.

import { panelDesk } from '@/lib/admin/panel/desk';
import { exportFiles } from '@/lib/admin/panel/export-files';

export function exportedFile(name: 'mcp' | 'rollcall'): Response {
  return new Response(exportFiles(panelDesk())[name], {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.json"`,
      'cache-control': 'no-store',
    },
  });
}
