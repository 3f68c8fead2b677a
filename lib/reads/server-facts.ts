// What a server said of itself and how it stands with our credential, in public words. Pure.
import type { ListedEndpoint } from '@/db/queries/read-endpoints';
import type { EndpointStateRow } from '@/db/schema/endpoint-states';
import type { CredentialState, ServerFacts } from '@/lib/core/server-page-view';

export function serverFacts({ endpoint, state }: ListedEndpoint): ServerFacts {
  return {
    dialect: state?.dialect ?? null,
    resourceCount: state?.resourceCount ?? null,
    promptCount: state?.promptCount ?? null,
    // What was true while it was called need not be now.
    credential: state && endpoint.problem === null ? credentialState(state) : 'untried',
    publicUrl: endpoint.publicUrl,
  };
}

function credentialState(state: EndpointStateRow): CredentialState {
  if (state.rejectedSince !== null) return state.hasCredential ? 'rejected' : 'missing';
  if (state.lastAcceptedAt === null) return 'untried';
  return state.hasCredential ? 'accepted' : 'none';
}
