// What there is to say of one stage, in German.
import type { stages as en } from '@/lib/core/words/text/en/stages';

export const stages: typeof en = {
  line: 'Stufen',
  names: { reach: 'Verbindung', handshake: 'Handshake', tools: 'Tools', dependencies: 'Abhängigkeiten' },
  steps: { reach: 'Verbindung', handshake: 'Handshake', tools: 'Tools', dependencies: 'Abhängigkeiten' },
  states: {
    ok: 'in Ordnung',
    failed: 'gescheitert',
    warned: 'nicht in Ordnung',
    skipped: 'nicht erreicht',
    absent: 'gehört nicht dazu',
  },
  absent: {
    reach: 'gehört nicht zu dieser Prüfung',
    handshake: 'kein MCP, nur eine Health-URL',
    tools: 'kein MCP, nur eine Health-URL',
    dependencies: 'keine Health-URL angegeben',
  },
  failedAfter: (took) => `gescheitert nach ${took}`,
  answersIn: (took) => `antwortet in ${took}`,
  startsIn: (took) => `startet in ${took}`,
  speaks: (version) => `spricht ${version}`,
  listed: (count) => (count === 0 ? 'keine Tools' : `${count} ${count === 1 ? 'Tool' : 'Tools'}`),
  listedIn: (took) => `in ${took}`,
  certificateExpired: 'Zertifikat ist abgelaufen',
  certificateExpires: (left) => `Zertifikat noch ${left} gültig`,
  allOk: (count) => (count === 1 ? '1 in Ordnung' : `alle ${count} in Ordnung`),
  someFail: (bad, count, names) => `${bad} von ${count} gestört: ${names}`,
};
