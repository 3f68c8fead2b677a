// The answers of Atlassian Statuspage's public API v2, name for name (https://www.githubstatus.com/api), so that
// clients written for it work here. Instants are RFC 3339 in UTC.

export type Indicator = 'none' | 'minor' | 'major' | 'critical' | 'maintenance';

export type ComponentStatus =
  | 'operational'
  | 'degraded_performance'
  | 'partial_outage'
  | 'major_outage'
  | 'under_maintenance';

export interface StatuspagePage {
  id: string;
  name: string;
  url: string;
  /** IANA name. */
  time_zone: string;
  updated_at: string;
}

export interface StatuspageStatus {
  indicator: Indicator;
  description: string;
}

/** A server, or a group of them; a group lists its members in `components`. */
export interface StatuspageComponent {
  id: string;
  name: string;
  status: ComponentStatus;
  created_at: string;
  updated_at: string;
  /** From 1, counted within the group. */
  position: number;
  description: string | null;
  showcase: boolean;
  /** A day, `2026-11-18`. */
  start_date: string | null;
  group_id: string | null;
  page_id: string;
  group: boolean;
  only_show_if_degraded: boolean;
  components?: string[];
}

export interface StatuspageIncidentUpdate {
  id: string;
  status: string;
  body: string;
  incident_id: string;
  created_at: string;
  updated_at: string;
  display_at: string;
  affected_components: { code: string; name: string; old_status: ComponentStatus; new_status: ComponentStatus }[];
}

export interface StatuspageIncident {
  id: string;
  name: string;
  status: 'investigating' | 'identified' | 'monitoring' | 'resolved' | 'postmortem';
  created_at: string;
  updated_at: string;
  monitoring_at: string | null;
  resolved_at: string | null;
  impact: Indicator;
  shortlink: string;
  started_at: string;
  page_id: string;
  incident_updates: StatuspageIncidentUpdate[];
  components: StatuspageComponent[];
}

export interface StatuspageMaintenance extends Omit<StatuspageIncident, 'status'> {
  status: 'scheduled' | 'in_progress' | 'verifying' | 'completed';
  scheduled_for: string;
  scheduled_until: string;
}

export interface StatuspageStatusAnswer {
  page: StatuspagePage;
  status: StatuspageStatus;
}

export interface StatuspageSummary extends StatuspageStatusAnswer {
  components: StatuspageComponent[];
  incidents: StatuspageIncident[];
  scheduled_maintenances: StatuspageMaintenance[];
}

export interface StatuspageComponentList {
  page: StatuspagePage;
  components: StatuspageComponent[];
}

export interface StatuspageMaintenanceList {
  page: StatuspagePage;
  scheduled_maintenances: StatuspageMaintenance[];
}

export interface StatuspageIncidentList {
  page: StatuspagePage;
  incidents: StatuspageIncident[];
}
