import { z } from 'zod'
import { contract, idParam } from '../kit/contract.ts'

export const surveyLogoContract = contract({
  putSurveyLogo: {
    method: 'PUT',
    path: '/surveys/:id/logo',
    access: 'surveys.write',
    scope: 'organisation',
    summary:
      'Upload a logo: a PNG, JPEG, WebP or GIF of at most 1 MB. The draft shows it once its brand names the path that is answered.',
    params: idParam,
    body: z.custom<Uint8Array>(value => value instanceof Uint8Array, 'must be an image'),
    bodyType: 'application/octet-stream',
    bodyLimit: 1024 * 1024,
    reply: z.object({ logo: z.string() }),
  },
})

/** Anybody may load it: it stands on public pages and in mails. */
export const surveyLogoPage = contract({
  surveyLogo: {
    method: 'GET',
    path: '/survey-logos/:file',
    access: 'public',
    scope: 'public',
    summary: 'The logo of a survey',
    params: z.object({ file: z.string().regex(/^[a-z0-9]{6}-[0-9a-f]{16}\.png$/) }),
    reply: z.unknown(),
    page: true,
  },
})
