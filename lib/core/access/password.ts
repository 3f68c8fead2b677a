// What a password must be. Pure; long rather than odd, as NIST SP 800-63B section 3.1.1 has it.

export const PASSWORD_LENGTH_MIN = 12;
/** scrypt takes any; a bound keeps a request from being work. */
export const PASSWORD_LENGTH_MAX = 128;

/** Null when it is good; else one sentence that says what to do. */
export function passwordProblem(password: string, context: readonly string[]): string | null {
  if (password.length < PASSWORD_LENGTH_MIN) return `Take at least ${PASSWORD_LENGTH_MIN} characters; a few words do.`;
  if (password.length > PASSWORD_LENGTH_MAX) return `Take at most ${PASSWORD_LENGTH_MAX} characters.`;
  if (new Set(password).size < 5) return 'Take one that does not repeat so few characters.';
  const lower = password.toLowerCase();
  const guessable = context.map((word) => word.toLowerCase()).some((word) => word.length >= 4 && lower === word);
  return guessable ? 'Take one that is not your name or address.' : null;
}
