// How a stored secret may be called. Pure.

const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;

export function isSecretName(name: string): boolean {
  return NAME.test(name);
}

/** As it is written where the secret belongs. */
export function secretReference(name: string): string {
  return `\${secret:${name}}`;
}
