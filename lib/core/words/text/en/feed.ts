// Feeds, in English.

export const feed = {
  pageTitle: (page: string) => `${page}: incidents and maintenance`,
  serverTitle: (server: string, page: string) => `${server}, ${page}: incidents and maintenance`,
  description: 'What broke, what was done about it, and what is planned.',
  maintenanceTitle: (title: string) => `Maintenance: ${title}`,
  phases: { scheduled: 'Scheduled', in_progress: 'Under way', completed: 'Completed' },
  fromTo: (from: string, to: string) => `From ${from} to ${to} (UTC).`,
};
