// How a client is told of this server: the entry for its configuration, as far as it may be public.
import { SnippetBlock } from '@/app/ui/snippet-block';
import type { CredentialState, ServerFacts } from '@/lib/core/server-page-view';
import type { ServerView } from '@/lib/core/view';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';
import { clientConfigs } from '@/lib/render/client-config';

const ASKS: readonly CredentialState[] = ['missing', 'accepted', 'rejected'];

interface ConnectProps {
  server: ServerView;
  facts: ServerFacts;
  language: Language;
}

export function Connect({ server: { slug, type }, facts, language }: ConnectProps) {
  if (type === 'health') return null;
  const words = wordsOf(language).snippets;
  const needsCredential = ASKS.includes(facts.credential);
  const configs = clientConfigs({ slug, type, publicUrl: facts.publicUrl, needsCredential });
  const copyWords = { copy: words.copy, copied: words.copied, failed: words.copyFailed };
  return (
    <div className="border-t border-hair pt-2 text-sm">
      <p className="text-soft">
        {facts.publicUrl === null || type === 'stdio' ? words.connectShape : words.connectPublic}
        {needsCredential && ` ${words.connectCredential}`}
      </p>
      {configs.map(({ dialect, text }) => (
        <SnippetBlock key={dialect} heading={words.clients[dialect]} text={text} words={copyWords} />
      ))}
    </div>
  );
}
