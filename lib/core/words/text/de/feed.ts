// Feeds, in German.
import type { feed as en } from '@/lib/core/words/text/en/feed';

export const feed: typeof en = {
  pageTitle: (page) => `${page}: Störungen und Wartung`,
  serverTitle: (server, page) => `${server}, ${page}: Störungen und Wartung`,
  description: 'Was ausfiel, was dagegen getan wurde und was geplant ist.',
  maintenanceTitle: (title) => `Wartung: ${title}`,
  phases: { scheduled: 'Geplant', in_progress: 'Läuft', completed: 'Beendet' },
  fromTo: (from, to) => `Von ${from} bis ${to} (UTC).`,
};
