// Planned work, in English.

export const maintenance = {
  underWayLabel: 'Maintenance under way',
  plannedLabel: 'Planned maintenance',
  label: 'Maintenance',
  underWay: 'Under way, ',
  planned: 'Planned, ',
  /** Stands between the instants in one zone and those in another. */
  inZonePlannedAs: (zone: string) => ` in ${zone}, planned as `,
  inZone: (zone: string) => ` in ${zone}`,
  /** Followed by the end of the last one. */
  laterUntil: (count: number) => `, and ${count} more ${count === 1 ? 'time' : 'times'} until `,
  concernsAll: 'Concerns all servers.',
  concerns: (names: string) => `Concerns ${names}.`,
};
