// How to be told when something changes.
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { pageWords } from '@/app/page-words';
import { publicUrl } from '@/app/public-url';
import { SubscribePage } from '@/app/ui/subscribe-page';
import { readPageSettings } from '@/lib/reads/page-settings';

export const dynamic = 'force-dynamic';

export function generateMetadata(): Metadata {
  return { title: pageWords().subscribe.tab };
}

export default async function Subscribe() {
  return <SubscribePage page={readPageSettings()} publicUrl={publicUrl({ headers: await headers() })} />;
}
