import { notFound } from '../../kit/errors.ts'
import { implement, type Routes } from '../../kit/server/http/implement.ts'
import type { Tx } from '../../kit/server/db.ts'
import { toPage } from '../../kit/paging.ts'
import { surveysContract } from '../contract.ts'
import { parseQuestionnaire } from '../parseQuestionnaire.ts'
import {
  archiveSurvey,
  changeSurvey,
  closeSurvey,
  copySurvey,
  createSurvey,
  publishSurvey,
  removeSurvey,
  reopenSurvey,
  restoreSurvey,
} from './edit.ts'
import { closeLink, createLink, qrCode } from './links.ts'
import { listLinks } from './linkStore.ts'
import { readQuestionnaireVersion } from './published.ts'
import { findMemberLogin, findSurvey, listSurveys } from './surveyStore.ts'
import { surveyLinkReply, surveyRowReply, surveyDetailReply } from './surveyReply.ts'
import { listVersions } from './versionStore.ts'

const ok = { ok: true as const }

export const surveysRoutes: Routes = implement(surveysContract, {
  createSurvey: async (tx, { body: { name, ...fields } }) => ({
    id: await createSurvey(tx, name, parseQuestionnaire(fields)),
    version: 1,
  }),
  listSurveys: async (tx, { query }) => {
    const page = toPage(await listSurveys(tx, query), query.limit, row => [row.id])
    return { ...page, items: page.items.map(surveyRowReply) }
  },
  getSurvey: async (tx, { params: { id } }) => {
    const survey = await existing(tx, id)
    const owner = survey.owner_id ? await findMemberLogin(tx, survey.owner_id) : undefined
    return surveyDetailReply(survey, owner ?? null, await readQuestionnaireVersion(tx, id, survey.version))
  },
  changeSurvey: async (tx, { params, body }) => changeSurvey(tx, params.id, body as Parameters<typeof changeSurvey>[2]),
  publishSurvey: async (tx, { params }) => publishSurvey(tx, params.id),
  copySurvey: async (tx, { params, body }) => ({ id: await copySurvey(tx, params.id, body?.name) }),
  closeSurvey: async (tx, { params }) => (await closeSurvey(tx, params.id), ok),
  reopenSurvey: async (tx, { params }) => (await reopenSurvey(tx, params.id), ok),
  archiveSurvey: async (tx, { params }) => (await archiveSurvey(tx, params.id), ok),
  restoreSurvey: async (tx, { params }) => (await restoreSurvey(tx, params.id), ok),
  deleteSurvey: async (tx, { params }) => (await removeSurvey(tx, params.id), ok),
  listVersions: async (tx, { params, query }) => {
    await existing(tx, params.id)
    const page = toPage(await listVersions(tx, params.id, query.limit, query.cursor), query.limit, row => [row.version])
    return {
      ...page,
      items: page.items.map(row => ({
        version: row.version,
        publishedAt: row.published_at.toISOString(),
        publishedBy: row.published_by,
        content: row.content,
      })),
    }
  },
  createLink: async (tx, { params, body }) => createLink(tx, params.id, body),
  listLinks: async (tx, { params, query }) => {
    await existing(tx, params.id)
    const page = toPage(await listLinks(tx, params.id, query.limit, query.cursor), query.limit, row => [row.id])
    return { ...page, items: page.items.map(surveyLinkReply) }
  },
  closeLink: async (tx, { params }) => (await closeLink(tx, params.id, params.linkId), ok),
  linkSvg: async (tx, { params }) => ({
    filename: 'qr.svg',
    contentType: 'image/svg+xml',
    content: await (await qrCode(tx, params.id, params.linkId)).svg(),
  }),
  linkPng: async (tx, { params, query }) => ({
    filename: 'qr.png',
    contentType: 'image/png',
    content: await (await qrCode(tx, params.id, params.linkId)).png(query.size),
  }),
})

async function existing(tx: Tx, id: string) {
  const survey = await findSurvey(tx, id)
  if (!survey) throw notFound('survey')
  return survey
}
