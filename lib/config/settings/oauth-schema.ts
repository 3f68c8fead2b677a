// What may be said about the tokens with which a server is called (client credentials, RFC 6749, section 4.4).
import { z } from 'zod';

const text = (description: string) =>
  z
    .string()
    .min(1)
    .max(8_192)
    .meta({ description: `${description} May hold \${VARIABLES}.` });

export const oauthSchema = z
  .strictObject({
    tokenUrl: text('Where tokens are given out.').exactOptional(),
    issuer: text(
      'The authorization server, whose metadata names the token URL; for want of a tokenUrl.',
    ).exactOptional(),
    clientId: text('The name of this client.'),
    clientSecret: text('Its secret; write it as "${NAME}".'),
    scope: text('Scopes to ask for, separated by spaces.').exactOptional(),
    resource: text('The resource to ask for (RFC 8707); the one the server names when it was asked.').exactOptional(),
    audience: text('The audience to ask for, where the authorization server wants one.').exactOptional(),
  })
  .meta({ description: 'An OAuth client of its own: tokens are got and renewed without a person.' });

export type OAuthSettings = z.output<typeof oauthSchema>;
