// What may be said about the canary call of a server. What the call does is the prober's affair.
import { z } from 'zod';
import { parsePointer } from '@/lib/core/catalogue/json-pointer';

const expectation = z
  .strictObject({
    contains: z
      .string()
      .min(1)
      .max(10_000)
      .exactOptional()
      .meta({ description: 'Must stand somewhere in the text of the answer, letter by letter.' }),
    pointer: z
      .string()
      .refine((text) => parsePointer(text) !== null, { error: 'must be a JSON pointer such as "/rows/0/id"' })
      .exactOptional()
      .meta({
        description:
          'Where in the structured content to look (RFC 6901); it must exist. The whole of it when left out.',
      }),
    equals: z.unknown().exactOptional().meta({ description: 'The JSON value that must stand there.' }),
    schema: z.record(z.string(), z.unknown()).exactOptional().meta({
      description: 'JSON Schema (2020-12, or the draft of its $schema) that must hold for what stands there.',
    }),
  })
  .meta({ description: 'What the answer must hold, all of it; any answer that is no error will do when left out.' });

export const canarySchema = z
  .strictObject({
    tool: z.string().min(1).max(512).meta({ description: 'The tool to call, by its name.' }),
    arguments: z
      .record(z.string(), z.unknown())
      .default({})
      .meta({ description: 'Its arguments, as they are written here: variables are not put in.' }),
    expect: expectation.exactOptional(),
    iKnowItIsSafe: z
      .boolean()
      .exactOptional()
      .meta({ description: 'Call it although it is not marked readOnlyHint: the call changes nothing that matters.' }),
  })
  .meta({ description: 'A tool that is called with each check, to notice a server that lists tools it cannot run.' });
