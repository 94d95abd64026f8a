import { msg, t } from '../../kit/i18n.ts'

const known: Record<string, string> = {
  mail: msg('mail'),
  email: msg('mail'),
  link: msg('open link'),
  site: msg('own site'),
  api: msg('another system'),
  import: msg('imported history'),
  preview: msg('preview'),
}

/** Where an answer came from, in words; other systems name themselves. */
export const sourceWords = (source: string): string => (known[source] ? t(known[source]) : source)
