// Pages that could not be found or made, in English.

export const errors = {
  notFoundTab: 'Not found',
  notFound: 'Nobody here answers to that name.',
  /** Followed by a sample address. */
  notFoundHint:
    'The address may be misspelt, or the server was renamed, hidden or taken off the roll. A server’s address ends with its name in small letters, as in',
  broken: 'This page cannot be shown.',
  brokenHint:
    'The fault is in Rollcall itself and says nothing about the servers. The page tries again every 15 seconds.',
  logHas: (digest: string) => `The cause is in the log under ${digest}.`,
  allServers: 'All servers',
  tryAgain: 'Try again',
  lost: (clock: string) => `Rollcall cannot be reached. What you see is from ${clock}.`,
};
