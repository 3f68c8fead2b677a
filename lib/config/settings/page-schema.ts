// The part of rollcall.json about the public pages: their name, language and looks.
import { z } from 'zod';
import { ANNOUNCEMENT_SEVERITIES } from '@/lib/core/page-settings';
import { isTimeZone } from '@/lib/core/wall-clock';
import { LANGUAGES } from '@/lib/core/words/language';

export const timezone = z
  .string()
  .refine(isTimeZone, { error: 'must be a time zone of the IANA list, such as "Europe/Berlin"' });

const webAddress = z.url({ protocol: /^https?$/ }).max(2_000);

const link = z.strictObject({
  label: z.string().trim().min(1).max(40).meta({ description: 'What stands on the page.' }),
  url: webAddress.meta({ description: 'Where it leads, http or https.' }),
});

const announcement = z
  .strictObject({
    text: z.string().trim().min(1).max(2_000).meta({ description: 'Markdown without HTML and images.' }),
    severity: z.enum(ANNOUNCEMENT_SEVERITIES).default('info').meta({ description: 'How loud it is (default "info").' }),
  })
  .meta({ description: 'Stands above everything else until it is taken out.' });

export const pageSchema = z
  .strictObject({
    title: z.string().min(1).max(200).exactOptional().meta({ description: 'Name of the page (default "Rollcall").' }),
    timezone: timezone
      .exactOptional()
      .meta({ description: 'Time zone in which the page tells times (default "UTC").' }),
    language: z
      .enum(LANGUAGES)
      .exactOptional()
      .meta({ description: 'Language of the public pages (default "en"); alerts and APIs are English.' }),
    url: z
      .url({ protocol: /^https?$/ })
      .exactOptional()
      .meta({ description: 'Public address; ROLLCALL_URL wins over it.' }),
    logo: z
      .string()
      .regex(/^[\w-][\w.-]{0,99}$/, { error: 'must be the name of a file beside rollcall.json, such as "logo.svg"' })
      .exactOptional()
      .meta({ description: 'A picture beside rollcall.json: SVG, PNG, JPEG or WebP, 64 KiB at most.' }),
    links: z.array(link).max(6).exactOptional().meta({ description: 'Stand beside the name of the page.' }),
    accent: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, { error: 'must be a colour such as "#0b5fff"' })
      .exactOptional()
      .meta({ description: 'Colour of links; made darker or lighter until it can be read.' }),
    announcement: announcement.exactOptional(),
    footer: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .exactOptional()
      .meta({ description: 'Plain text at the end of each page.' }),
  })
  .meta({ description: 'What the page is called, how it looks and when its day begins.' });
