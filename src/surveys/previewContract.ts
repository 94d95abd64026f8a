import { z } from 'zod'
import { contract, idParam, text } from '../kit/contract.ts'
import { itemIdSchema } from './answerCondition.ts'

const query = z.object({
  /** The default language unless told. */
  locale: text(40).optional(),
  /** A published version; the draft unless told. */
  version: z.coerce.number().int().min(1).optional(),
  /** A question that is shown whatever its show-if rule says, on its page. */
  question: itemIdSchema.optional(),
  /** A thank-you page, or `-` for the product's own. */
  thanks: z.union([itemIdSchema, z.literal('-')]).optional(),
  /** Changes with the draft, so that a frame that shows it loads again. */
  revision: z.coerce.number().int().optional(),
})
export type PreviewQuery = z.input<typeof query>

/** The pages that respondents see, of what is not (or no longer) published. Nothing that is filled in is kept. */
export const previewContract = contract({
  previewSurvey: {
    method: 'GET',
    path: '/surveys/:id/preview',
    access: 'surveys.read',
    scope: 'units',
    summary: 'What respondents will see',
    params: idParam,
    query,
    reply: z.string(),
    page: true,
  },
  tryPreview: {
    method: 'POST',
    path: '/surveys/:id/preview',
    access: 'surveys.read',
    scope: 'units',
    summary: 'Go through the preview as a respondent does; nothing is kept',
    params: idParam,
    query,
    reply: z.string(),
    page: true,
  },
})
