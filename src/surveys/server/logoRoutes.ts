import { record } from '../../activity/server/record.ts'
import { drawLogo } from '../../accounts/server/settings/logo.ts'
import { notFound } from '../../kit/errors.ts'
import { implement, implementOpen } from '../../kit/server/http/implement.ts'
import { surveyLogoContract, surveyLogoPage } from '../logoContract.ts'
import { insertLogo, readLogo } from './logoStore.ts'
import { findOrganisationByCode, readOwnOrganisation } from './publicOrganisation.ts'
import { findSurvey } from './surveyStore.ts'

export const surveyLogoRoutes = implement(surveyLogoContract, {
  putSurveyLogo: async (tx, { params: { id }, body }) => {
    if (!(await findSurvey(tx, id))) throw notFound('survey')
    const { png, digest } = await drawLogo(body)
    await insertLogo(tx, id, digest, png)
    await record(tx, 'survey.logo_uploaded', { type: 'survey', id })
    return { logo: `/survey-logos/${(await readOwnOrganisation(tx)).code}-${digest}.png` }
  },
})

export const surveyLogoPages = implementOpen(surveyLogoPage, {
  surveyLogo: async ({ database, reply }, { params }) => {
    const [code, digest] = params.file.split(/[-.]/) as [string, string]
    const organisation = await findOrganisationByCode(database, code)
    const png = organisation?.active ? await readLogo(database, organisation.id, digest) : undefined
    if (!png) throw notFound('logo')
    return reply.type('image/png').header('cache-control', 'public, max-age=31536000, immutable').send(png)
  },
})
