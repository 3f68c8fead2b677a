// Holds a value of a hostile server against a JSON Schema of our own configuration.
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/client/validators/ajv';
import type { SchemaValidator } from '@/lib/core/catalogue/canary';

type Validate = ReturnType<AjvJsonSchemaValidator['getValidator']>;

/** `uniqueItems` compares every item with every other: this much takes a fraction of a second at worst. */
const VALUE_LIMIT = 64 * 1024;

/** Compiled once for as long as a configuration lives; by object, since an engine would take equal `$id`s for equal. */
const compiled = new WeakMap<object, Validate>();

/** JSON Schema of 2020-12, and the older drafts where `$schema` names one. Never throws. */
export const validateSchema: SchemaValidator = (schema, value) => {
  if (JSON.stringify(value).length > VALUE_LIMIT) return `it is longer than ${VALUE_LIMIT / 1024} KiB`;
  try {
    const validate = compiled.get(schema) ?? new AjvJsonSchemaValidator().getValidator(schema);
    compiled.set(schema, validate);
    return validate(value).errorMessage ?? null;
  } catch (error) {
    return `the schema cannot be used: ${error instanceof Error ? error.message : ''}`;
  }
};
