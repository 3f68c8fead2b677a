// What became of outages and of the network, in English.

export const outages = {
  unstable: 'Unstable',
  /** Said of one server in a list of facts, so without a name. */
  unstableNow: (changes: number) =>
    `Answers, then fails again: ${changes} ${changes === 1 ? 'change' : 'changes'} in the last hour.`,
  unstableCalming: 'Answered and failed by turns; it counts as steady again after half an hour without a change.',
  /** Opens the course of one outage. */
  course: (steps: number) => `${steps} steps`,
  networkLost: 'Rollcall cannot reach the network',
  /** Followed by the instant. */
  networkLostSince: 'No server beyond this machine has answered since ',
  networkLostMeans: 'So nobody knows how the servers are; this time counts neither as up nor as down.',
};
