// All tables, for drizzle; the only barrel in the house.
export * from './alerts';
export * from './blind-spans';
export * from './catalogues';
export * from './checks';
export * from './deliveries';
export * from './dependencies';
export * from './dependency-days';
export * from './drifts';
export * from './endpoint-states';
export * from './endpoints';
export * from './events';
export * from './maintenance-windows';
export * from './outages';
export * from './rollups';
export * from './settings';
export * from './stage-latencies';
export * from './transcripts';
