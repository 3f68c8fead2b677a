// All servers, of files and panel, as a file.
import { exportedFile } from '@/app/admin/export/exported-file';
import { whoIsThere } from '@/app/admin/gate';
import { mayActAs } from '@/lib/core/access/role';

export async function GET(): Promise<Response> {
  const who = await whoIsThere();
  if (who === null) return new Response('Sign in first.\n', { status: 401 });
  if (!mayActAs(who.role, 'administrator')) return new Response('This is for administrators.\n', { status: 403 });
  return exportedFile('mcp');
}
