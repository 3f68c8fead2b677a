// No such page or server.
import type { Metadata } from 'next';
import { pageSettings, pageWords } from '@/app/page-words';
import { MessagePage } from '@/app/ui/message-page';

export function generateMetadata(): Metadata {
  const { notFoundTab, notFound } = pageWords().errors;
  return { title: notFoundTab, description: notFound };
}

export default function NotFound() {
  const words = pageWords().errors;
  return (
    <MessagePage title={words.notFound} page={pageSettings()}>
      <p>
        {words.notFoundHint} <code className="text-[15px]">/servers/warehouse</code>.
      </p>
    </MessagePage>
  );
}
