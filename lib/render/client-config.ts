// The entry of one server for the configuration of an MCP client, as far as it may be public: a shape with placeholders,
// and the address only where the configuration publishes one. It never sees the address that is called.
import type { EndpointType } from '@/lib/core/endpoint';

export interface Connectable {
  slug: string;
  type: Exclude<EndpointType, 'health'>;
  /** Null when no address is published. */
  publicUrl: string | null;
  needsCredential: boolean;
}

export type ConfigDialect = 'mcpServers' | 'vscode';

export interface ClientConfig {
  dialect: ConfigDialect;
  text: string;
}

export function clientConfigs(server: Connectable): ClientConfig[] {
  const variable = variableName(server.slug);
  const plain = { mcpServers: { [server.slug]: entry(server, `\${${variable}}`) } };
  const input = `${server.slug}-token`;
  const inputs = [{ type: 'promptString', id: input, description: variable, password: true }];
  const vscode = {
    ...(server.needsCredential ? { inputs } : {}),
    servers: { [server.slug]: entry(server, `\${input:${input}}`) },
  };
  return [
    { dialect: 'mcpServers', text: JSON.stringify(plain, null, 2) },
    { dialect: 'vscode', text: JSON.stringify(vscode, null, 2) },
  ];
}

/** "WAREHOUSE_TOKEN"; a name that a shell takes. */
function variableName(slug: string): string {
  const name = slug.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  return `${/^\d/.test(name) ? '_' : ''}${name}_TOKEN`;
}

function entry({ slug, type, publicUrl, needsCredential }: Connectable, secret: string) {
  if (type === 'stdio') {
    return {
      type,
      command: `COMMAND-OF-${slug}`,
      args: [],
      ...(needsCredential ? { env: { [variableName(slug)]: secret } } : {}),
    };
  }
  return {
    type,
    url: publicUrl ?? `https://ADDRESS-OF-${slug}/mcp`,
    ...(needsCredential ? { headers: { Authorization: `Bearer ${secret}` } } : {}),
  };
}
