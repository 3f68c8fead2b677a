// No such page or server. Drawn without reading anything: Next makes it part of every answer.
import type { Metadata } from 'next';
import { MessagePage } from '@/app/ui/message-page';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <MessagePage title="Nobody here answers to that name.">
      <p>
        The address may be misspelt, or the server was renamed, hidden or taken off the roll. A server’s address ends
        with its name in small letters, as in <code className="text-[15px]">/servers/warehouse</code>.
      </p>
    </MessagePage>
  );
}
