// How to be told when something changes.
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { newsAlternates } from '@/app/page-alternates';
import { publicUrl } from '@/app/public-url';
import { SubscribePage } from '@/app/ui/subscribe-page';
import { wordsOf } from '@/lib/core/words/words';
import { readPageSettings } from '@/lib/reads/page-settings';

export const dynamic = 'force-dynamic';

export function generateMetadata(): Metadata {
  const { title, language } = readPageSettings();
  const words = wordsOf(language).subscribe;
  return { title: `${words.tab} · ${title}`, description: words.description(title), alternates: newsAlternates() };
}

export default async function Subscribe() {
  return <SubscribePage page={readPageSettings()} publicUrl={publicUrl({ headers: await headers() })} />;
}
