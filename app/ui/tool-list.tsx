// The tools a server lists: a search that works without script, one page of them, and a way to the others.
import { ToolFilter } from '@/app/ui/client/tool-filter';
import type { Clock } from '@/app/ui/moment';
import { ToolEntry } from '@/app/ui/tool-entry';
import type { CatalogueView } from '@/lib/core/server-page-view';
import { wordsOf } from '@/lib/core/words/words';

const LIST_ID = 'tool-list';
/** Fewer are seen at a glance. */
const SEARCHED_FROM = 6;

export function ToolList({ catalogue, clock }: { catalogue: CatalogueView; clock: Clock }) {
  const words = wordsOf(clock.language).tools;
  const { total, found, query, tools, pages } = catalogue;
  return (
    <>
      {total >= SEARCHED_FROM && (
        <ToolFilter
          listId={LIST_ID}
          query={query}
          // What is on other pages can only be found by asking.
          isWhole={pages === 1 && query === ''}
          words={{ label: words.search, button: words.searchButton, shown: words.shownOf }}
        />
      )}
      {query !== '' && (
        <p className="mb-2 text-sm text-soft wrap-anywhere">
          {words.found(found, total, query)}.{' '}
          <a href="?#tools" className="underline">
            {words.showAll}
          </a>
        </p>
      )}
      {found === 0 && <p className="border-t border-hair pt-2 text-sm text-soft">{words.nothingFound}</p>}
      <ul id={LIST_ID} className="text-sm">
        {tools.map((tool, index) => (
          <ToolEntry key={index} tool={tool} language={clock.language} />
        ))}
      </ul>
      {pages > 1 && <Pager catalogue={catalogue} clock={clock} />}
    </>
  );
}

function Pager({ catalogue: { page, pages, query }, clock }: { catalogue: CatalogueView; clock: Clock }) {
  const words = wordsOf(clock.language).tools;
  const addressOf = (wanted: number) => {
    const said = new URLSearchParams(query === '' ? {} : { tool: query });
    if (wanted > 1) said.set('tools', String(wanted));
    return `?${said}#tools`;
  };
  return (
    <nav aria-label={words.pages} className="flex gap-4 border-t border-hair pt-2 text-sm text-soft">
      {page > 1 && (
        <a rel="prev" href={addressOf(page - 1)} className="underline">
          {words.previous}
        </a>
      )}
      <span>{words.pageOf(page, pages)}</span>
      {page < pages && (
        <a rel="next" href={addressOf(page + 1)} className="underline">
          {words.next}
        </a>
      )}
    </nav>
  );
}
