import type { FastifyReply, FastifyRequest } from 'fastify'
import { respondentCaller } from '../../../kit/caller.ts'
import { translator } from '../../../kit/translator.ts'
import type { Database, Tx } from '../../../kit/server/db.ts'
import { keepLinkSecret } from '../../../kit/server/http/secretLink.ts'
import type { Routes } from '../../../kit/server/http/implement.ts'
import { optOutPage, unknownOptOutPage } from '../../optOutPage.ts'
import { findOrganisationByCode } from '../../../surveys/server/publicOrganisation.ts'
import { findSurvey } from '../../../surveys/server/surveyStore.ts'
import { readOptOut, setOptOut, type OptOutScope } from './optOut.ts'
import { lockRecipients } from '../invite/invitationStore.ts'
import { findStoredInvitation } from '../store/outcomeStore.ts'
import { readOptOutToken, readSignedToken } from '../invite/token.ts'

const A_MINUTE = 60

/** `/o/{token}`: GET shows, POST acts, also with the one click of a mail program (RFC 8058). */
export const optOutRoutes: Routes = {
  contract: {},
  mount(app, { database }) {
    const at = (method: 'GET' | 'POST') =>
      app.route({
        method,
        url: '/o/:token',
        schema: { hide: true } as never,
        config: { access: 'public', rateLimit: { max: A_MINUTE, timeWindow: 60_000 } },
        handler: (request, reply) => answer(database, request, reply),
      })
    at('GET')
    at('POST')
  },
}

async function answer(database: Database, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { token } = request.params as { token: string }
  const read = readOptOutToken(token)
  const person = readSignedToken('no-mail', token)
  const organisation = await findOrganisationByCode(database, token.slice(0, 6))
  const work = (tx: Tx) =>
    read
      ? act(tx, read.invitationId, wishIn(request), organisation!)
      : actForPerson(tx, person!.id, wishIn(request), organisation!, languageOf(request))
  const shown = (read ?? person) && organisation?.active && (await database.inOrg(organisation.id, respondentCaller, work))
  return replyWithPrivatePage(request, reply, shown || undefined)
}

/** What a link of a mail leads to; without a page it was cut, or made by nobody. */
export function replyWithPrivatePage(request: FastifyRequest, reply: FastifyReply, page: string | undefined): FastifyReply {
  void keepLinkSecret(reply).type('text/html; charset=utf-8')
  return page ? reply.send(page) : reply.code(404).send(unknownOptOutPage(translator(languageOf(request))))
}

async function act(
  tx: Tx,
  invitationId: string,
  wish: OptOutScope | undefined,
  organisation: { name: string; colour: string | null },
) {
  const invitation = await findStoredInvitation(tx, invitationId)
  const survey = invitation && (await findSurvey(tx, invitation.surveyId))
  if (!invitation || !survey) return undefined
  if (wish) await setOptOut(tx, invitation, wish)
  const out = await readOptOut(tx, invitation)
  return optOutPage({
    organisation: organisation.name,
    colour: organisation.colour,
    survey: survey.draft.title || survey.name,
    out,
    t: translator(invitation.locale ?? 'en'),
  })
}

/** From a mail that was about no survey: all or nothing. */
async function actForPerson(
  tx: Tx,
  personId: string,
  wish: OptOutScope | undefined,
  organisation: { name: string; colour: string | null },
  language: string,
) {
  const person = (await lockRecipients(tx, [personId])).get(personId)
  if (!person) return undefined
  const whose = { personId, surveyId: null }
  if (wish) await setOptOut(tx, whose, wish)
  const { name, colour } = organisation
  const t = translator(person.locale ?? language)
  return optOutPage({ organisation: name, colour, survey: null, out: await readOptOut(tx, whose), t })
}

/** The field `what` of a POST: null when it is missing, undefined when the request is no POST. */
export function postedChoice(request: FastifyRequest): string | null | undefined {
  if (request.method !== 'POST') return undefined
  return request.body instanceof URLSearchParams ? request.body.get('what') : null
}

/** What a POST asks for. One click in a mail program means everything of this kind. */
function wishIn(request: FastifyRequest): OptOutScope | undefined {
  const what = postedChoice(request)
  if (what === undefined) return undefined
  if (what === 'none' || what === 'survey') return what
  return 'all'
}

const languageOf = (request: FastifyRequest): string => String(request.headers['accept-language'] ?? 'en').slice(0, 2)
