// @words everybody
import type { FastifyRequest } from 'fastify'
import { translator } from '../../kit/translator.ts'
import type { Questionnaire } from '../../surveys/questionnaire.ts'
import type { PublicOrganisation } from '../../surveys/server/publicOrganisation.ts'
import { directionOf, languageFor } from '../../surveys/translation.ts'
import type { PageFrame } from '../../kit/page/page.ts'
import { pageStyle } from '../../kit/page/pageStyle.ts'

/** The frame of a page in a language. */
export function frameOf(
  organisation: PublicOrganisation | undefined,
  questionnaire: Questionnaire | undefined,
  locale: string,
  name?: string,
): PageFrame {
  const t = translator(locale)
  const logo = questionnaire?.brand.logo || organisation?.logo || null
  return {
    locale,
    dir: directionOf(locale),
    t,
    title: questionnaire?.title || name || t('Survey'),
    organisation: organisation?.name ?? 'Fullcircle',
    logo: logo && /^(\/|data:image\/)/.test(logo) ? logo : null,
    style: pageStyle(questionnaire?.brand.colour ?? organisation?.colour ?? undefined),
  }
}

/** The language to speak: chosen on the page, else as before, else what the browser asks for. */
export function pageLanguageOf(
  request: FastifyRequest,
  questionnaire: Questionnaire | undefined,
  known: readonly (string | null | undefined)[],
): string {
  const wanted = [...known.filter(one => typeof one === 'string'), ...acceptedBy(request)]
  return questionnaire ? languageFor(questionnaire, wanted) : (wanted[0] ?? 'en')
}

function acceptedBy(request: FastifyRequest): string[] {
  const parts = String(request.headers['accept-language'] ?? '')
    .slice(0, 200)
    .split(',')
    .map(part => part.split(';q=') as [string, string?])
  return parts
    .map(([tag, q]) => ({ tag: tag.trim(), q: Number(q ?? 1) }))
    .filter(({ tag, q }) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ tag }) => tag)
}
