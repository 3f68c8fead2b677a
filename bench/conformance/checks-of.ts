// What each scenario of the conformance suite wants a client to do besides listing the tools, as settings of a check:
// a canary for a tool that is to be called, a client secret where a token is to be fetched.
import type { Canary } from '@/lib/core/catalogue/canary';
import type { CatalogueTool } from '@/lib/core/catalogue/catalogue';
import type { OAuthClientCredentials } from '@/lib/core/endpoint';
import { field, textField } from '@/lib/probe/wire/field';

export interface CheckSettings {
  canary: Canary | null;
  auth: OAuthClientCredentials | null;
}

/** `context` is what the suite hands to the client; undefined in most scenarios. */
export function checksOf(scenario: string, context: unknown): CheckSettings[] {
  switch (scenario) {
    case 'tools_call':
      return [calling('add_numbers', { a: 5, b: 3 })];
    case 'sse-retry':
      return [calling('test_reconnection', {})];
    case 'http-invalid-tool-headers':
      return [calling('valid_tool', { region: 'us-west1' })];
    case 'http-custom-headers':
      return toolCallsIn(context);
    case 'auth/client-credentials-basic':
      return [{ canary: null, auth: credentialsIn(context) }];
    default:
      return [{ canary: null, auth: null }];
  }
}

/** `json-schema-2020-12-preservation` wants to see what the client has kept of a schema it was given. */
export function echoOf(tools: readonly CatalogueTool[]): CheckSettings {
  const focal = tools.find(({ name }) => name === 'json_schema_2020_12_tool');
  return calling('json_schema_echo', { schema: focal?.inputSchema ?? null });
}

function calling(tool: string, given: Record<string, unknown>): CheckSettings {
  return { canary: { tool, arguments: given, iKnowItIsSafe: true }, auth: null };
}

function toolCallsIn(context: unknown): CheckSettings[] {
  const calls = field(context, 'toolCalls');
  if (!Array.isArray(calls)) throw new TypeError('the scenario names no tools to call');
  return calls.map((call: unknown) => calling(textField(call, 'name') ?? '', Object(field(call, 'arguments'))));
}

function credentialsIn(context: unknown): OAuthClientCredentials {
  const [clientId, clientSecret] = [textField(context, 'client_id'), textField(context, 'client_secret')];
  if (clientId === null || clientSecret === null) throw new TypeError('the scenario gives no credential');
  const unset = { tokenUrl: null, issuer: null, scope: null, resource: null, audience: null };
  return { ...unset, clientId, clientSecret };
}
