// All texts of the public pages by language. A translation is a folder beside text/en, typed by it: what is missing does
// not compile. It knows no page; the areas know nothing of each other.
import type { Language } from './language';
import { bars as deBars } from './text/de/bars';
import { calendar as deCalendar } from './text/de/calendar';
import { chart as deChart } from './text/de/chart';
import { day as deDay } from './text/de/day';
import { empty as deEmpty } from './text/de/empty';
import { errors as deErrors } from './text/de/errors';
import { explain as deExplain } from './text/de/explain';
import { feed as deFeed } from './text/de/feed';
import { incidents as deIncidents } from './text/de/incidents';
import { maintenance as deMaintenance } from './text/de/maintenance';
import { outages as deOutages } from './text/de/outages';
import { page as dePage } from './text/de/page';
import { sentence as deSentence } from './text/de/sentence';
import { server as deServer } from './text/de/server';
import { snippets as deSnippets } from './text/de/snippets';
import { stages as deStages } from './text/de/stages';
import { subscribe as deSubscribe } from './text/de/subscribe';
import { tools as deTools } from './text/de/tools';
import { bars } from './text/en/bars';
import { calendar } from './text/en/calendar';
import { chart } from './text/en/chart';
import { day } from './text/en/day';
import { empty } from './text/en/empty';
import { errors } from './text/en/errors';
import { explain } from './text/en/explain';
import { feed } from './text/en/feed';
import { incidents } from './text/en/incidents';
import { maintenance } from './text/en/maintenance';
import { outages } from './text/en/outages';
import { page } from './text/en/page';
import { sentence } from './text/en/sentence';
import { server } from './text/en/server';
import { snippets } from './text/en/snippets';
import { stages } from './text/en/stages';
import { subscribe } from './text/en/subscribe';
import { tools } from './text/en/tools';

const EN = {
  bars,
  calendar,
  chart,
  day,
  empty,
  errors,
  explain,
  feed,
  incidents,
  maintenance,
  outages,
  page,
  sentence,
  server,
  snippets,
  stages,
  subscribe,
  tools,
};

export type Words = typeof EN;

const WORDS: Record<Language, Words> = {
  en: EN,
  de: {
    bars: deBars,
    calendar: deCalendar,
    chart: deChart,
    day: deDay,
    empty: deEmpty,
    errors: deErrors,
    explain: deExplain,
    feed: deFeed,
    incidents: deIncidents,
    maintenance: deMaintenance,
    outages: deOutages,
    page: dePage,
    sentence: deSentence,
    server: deServer,
    snippets: deSnippets,
    stages: deStages,
    subscribe: deSubscribe,
    tools: deTools,
  },
};

export function wordsOf(language: Language): Words {
  return WORDS[language];
}
