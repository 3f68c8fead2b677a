// Reads and checks Rollcall's own environment (docs/configuration.md). Knows nothing of the files it points to, but for
// the ones that hold a single value (NAME_FILE).
import { resolve } from 'node:path';
import { readText } from '@/lib/config/files/read-text';
import { closestWord } from '@/lib/config/settings/did-you-mean';
import * as variables from './env-variables';

export type { AllowStdio } from './env-variables';

export type EnvironmentVariables = Record<string, string | undefined>;

export interface Environment {
  port: number;
  /** The address to listen on. */
  hostname: string;
  /** Absolute: a file or a folder. */
  configPath: string;
  /** Absolute: the folder of rollcall.db. */
  dataPath: string;
  /** Where people open Rollcall, without a slash at the end; null: taken from each request. */
  publicUrl: string | null;
  allowStdio: variables.AllowStdio;
  /** CIDR networks and lowercase host names that are never contacted. */
  denyHosts: string[];
  /** Null: generated into the data folder. */
  secret: string | null;
  /** Both or neither are null; null: the first visit to /admin asks for a setup token. */
  adminEmail: string | null;
  adminPassword: string | null;
}

export interface EnvironmentProblem {
  variable: string;
  /** Never repeats a secret: `ROLLCALL_ALLOW_STDIO is "yes"`. */
  message: string;
  remedy: string;
}

export type EnvironmentResult =
  | { ok: true; environment: Environment; warnings: EnvironmentProblem[] }
  | { ok: false; problems: EnvironmentProblem[] };

const NAMES = [
  'PORT',
  'HOSTNAME',
  'ROLLCALL_CONFIG',
  'ROLLCALL_DATA',
  'ROLLCALL_URL',
  'ROLLCALL_SECRET',
  'ROLLCALL_ADMIN_EMAIL',
  'ROLLCALL_ADMIN_PASSWORD',
  'ROLLCALL_ALLOW_STDIO',
  'ROLLCALL_DENY_HOSTS',
] as const;
type Name = (typeof NAMES)[number];

/** Rollcall's own secrets, which no configuration file may pass on to a server. */
export const PRIVATE_VARIABLES: ReadonlySet<string> = new Set<Name>(['ROLLCALL_SECRET', 'ROLLCALL_ADMIN_PASSWORD']);

const VALUE_FILE_LIMIT_BYTES = 64 * 1024;
const SHOWN_VALUE_LENGTH = 60;

/** All problems at once, so that nobody has to start five times to mend five variables. */
export function readEnvironment(env: EnvironmentVariables): EnvironmentResult {
  const problems: EnvironmentProblem[] = [];
  function read<T, F>(name: Name, variable: variables.Variable<T, F>): T | F {
    const text = textOf(env, name, problems);
    if (text === null) return variable.fallback;
    const value = variable.parse(text);
    if (value !== null) return value;
    const shown = variable.isSecret ? 'holds a value that cannot be used' : `is "${text.slice(0, SHOWN_VALUE_LENGTH)}"`;
    problems.push({ variable: name, message: `${name} ${shown}`, remedy: `Set it to ${variable.accepts}.` });
    return variable.fallback;
  }
  const environment: Environment = {
    port: read('PORT', variables.PORT),
    hostname: read('HOSTNAME', variables.HOSTNAME),
    configPath: resolve(read('ROLLCALL_CONFIG', variables.CONFIG_PATH)),
    dataPath: resolve(read('ROLLCALL_DATA', variables.DATA_PATH)),
    publicUrl: read('ROLLCALL_URL', variables.PUBLIC_URL),
    allowStdio: read('ROLLCALL_ALLOW_STDIO', variables.ALLOWED_STDIO),
    denyHosts: read('ROLLCALL_DENY_HOSTS', variables.DENY_HOSTS),
    secret: read('ROLLCALL_SECRET', variables.SECRET),
    adminEmail: read('ROLLCALL_ADMIN_EMAIL', variables.ADMIN_EMAIL),
    adminPassword: read('ROLLCALL_ADMIN_PASSWORD', variables.ADMIN_PASSWORD),
  };
  problems.push(...(problems.length === 0 ? halfAnAdministrator(environment) : []));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, environment, warnings: mistypedNames(env) };
}

/** For whatever runs after boot, which has refused to start with variables that are of no use: throws for those. */
export function checkedEnvironment(env: EnvironmentVariables = process.env): Environment {
  const result = readEnvironment(env);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
  return result.environment;
}

/** The value, from NAME or from the file that NAME_FILE names; null when unset. Empty counts as unset. */
function textOf(env: EnvironmentVariables, name: Name, problems: EnvironmentProblem[]): string | null {
  const direct = env[name]?.trim() ?? '';
  const fileName = `${name}_FILE`;
  const path = env[fileName]?.trim() ?? '';
  if (path === '') return direct === '' ? null : direct;
  if (direct !== '') {
    problems.push({ variable: name, message: `${name} and ${fileName} are both set`, remedy: 'Set one of them.' });
    return null;
  }
  const content = readText(path, VALUE_FILE_LIMIT_BYTES);
  if (content.ok && content.text.trim() !== '') return content.text.trim();
  const fault = content.ok ? 'it is empty' : content.message;
  const remedy = content.ok ? `Write the value of ${name} into it.` : content.remedy;
  problems.push({ variable: fileName, message: `${fileName} names a file that is of no use: ${fault}`, remedy });
  return null;
}

function halfAnAdministrator(environment: Environment): EnvironmentProblem[] {
  if ((environment.adminEmail === null) === (environment.adminPassword === null)) return [];
  const [variable, other]: [Name, Name] =
    environment.adminEmail === null
      ? ['ROLLCALL_ADMIN_EMAIL', 'ROLLCALL_ADMIN_PASSWORD']
      : ['ROLLCALL_ADMIN_PASSWORD', 'ROLLCALL_ADMIN_EMAIL'];
  return [{ variable, message: `${variable} is not set, but ${other} is`, remedy: 'Set both of them, or neither.' }];
}

/** Only near misses: Kubernetes sets ROLLCALL_SERVICE_HOST and the like for a service of that name. */
function mistypedNames(env: EnvironmentVariables): EnvironmentProblem[] {
  const known = NAMES.flatMap((name) => [name, `${name}_FILE`]).filter((name) => name.startsWith('ROLLCALL_'));
  return Object.keys(env)
    .filter((name) => /^ROLL/i.test(name) && !known.includes(name) && !/_(PORT|SERVICE)(_|$)/.test(name))
    .flatMap((name) => {
      const meant = closestWord(name, known);
      if (meant === null) return [];
      return [{ variable: name, message: `${name} is no variable of Rollcall`, remedy: `Did you mean ${meant}?` }];
    });
}
