// Planned work, in English.

export const maintenance = {
  underWayLabel: 'Maintenance under way',
  plannedLabel: 'Planned maintenance',
  label: 'Maintenance',
  underWay: 'Under way, ',
  planned: 'Planned, ',
  /** A zone follows. */
  inZone: ' in ',
  /** Stands between the instants in one zone and those in another. */
  plannedAs: ', planned as ',
  /** Followed by the end of the last one. */
  laterUntil: (count: number) => `, and ${count} more ${count === 1 ? 'time' : 'times'} until `,
  concernsAll: 'Concerns all servers.',
  concerns: (names: string) => `Concerns ${names}.`,
};
