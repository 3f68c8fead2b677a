// The canary call of a server, fit to be made.
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/client/validators/ajv';
import type { SettingsLayer } from '@/lib/config/settings/layered-settings';
import type { Canary } from '@/lib/core/catalogue/canary';
import type { Target } from '@/lib/core/endpoint';

/** Null for none. One that is of no use is left out with a warning: the server is watched all the same. */
export function resolveCanary(layers: readonly SettingsLayer[], target: Target): Canary | null {
  const layer = layers.find(({ settings }) => settings.canary !== undefined);
  const canary = layer?.settings.canary;
  if (layer === undefined || canary === undefined) return null;
  const { problems } = layer.file;
  const path = [...layer.path, 'canary'];
  if (target.kind === 'health') {
    problems.warn(path, 'canary is ignored, since a health URL has no tools', 'Remove it.');
    return null;
  }
  const problem = canary.expect?.schema === undefined ? null : problemOfSchema(canary.expect.schema);
  if (problem === null) return canary;
  problems.warn([...path, 'expect', 'schema'], `canary is left out: ${problem}`, 'Correct the JSON Schema.');
  return null;
}

/** An engine of its own, since one would remember a schema by its `$id`. */
function problemOfSchema(schema: Record<string, unknown>): string | null {
  try {
    new AjvJsonSchemaValidator().getValidator(schema);
    return null;
  } catch (error) {
    return `its schema cannot be used (${error instanceof Error ? error.message : 'for an unknown reason'})`;
  }
}
