import type { FastifyReply, FastifyRequest } from 'fastify'
import { systemCaller } from '../../kit/caller.ts'
import type { Database, Tx } from '../../kit/server/db.ts'
import type { Routes } from '../../kit/server/http/implement.ts'
import { translator } from '../../kit/translator.ts'
import { saveDigest, wantsDigest } from '../../notifications/server/digestStore.ts'
import { type PublicOrganisation, findOrganisationByCode } from '../../surveys/server/publicOrganisation.ts'
import { replyWithPrivatePage, postedChoice } from '../../sending/server/optOut/optOutRoutes.ts'
import { readSignedToken, signedToken } from '../../sending/server/invite/token.ts'
import { digestOffPage } from '../digestOffPage.ts'
import { readReader } from './digestStore.ts'

const A_MINUTE = 60

/** What the link at the end of a digest ends with: it stops this colleague's digest and opens nothing else. */
export const digestOffToken = (code: string, userId: string): string => signedToken('digest-off', code, userId)

/** `/digest/{token}`: GET shows, POST acts, also with the one click of a mail program (RFC 8058). */
export const digestOffRoutes: Routes = {
  contract: {},
  mount(app, { database }) {
    app.route({
      method: ['GET', 'POST'],
      url: '/digest/:token',
      schema: { hide: true } as never,
      config: { access: 'public', rateLimit: { max: A_MINUTE, timeWindow: 60_000 } },
      handler: (request, reply) => answer(database, request, reply),
    })
  },
}

async function answer(database: Database, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { token } = request.params as { token: string }
  const read = readSignedToken('digest-off', token)
  const organisation = read && (await findOrganisationByCode(database, read.code))
  const page = organisation?.active
    ? await database.inOrg(organisation.id, systemCaller('insights.digest'), tx =>
        act(tx, read!.id, organisation, postedChoice(request)),
      )
    : undefined
  return replyWithPrivatePage(request, reply, page)
}

async function act(tx: Tx, userId: string, { name, colour }: PublicOrganisation, what: string | null | undefined) {
  const reader = await readReader(tx, userId)
  if (!reader) return undefined
  if (what !== undefined) await saveDigest(tx, userId, what === 'on')
  const on = await wantsDigest(tx, userId)
  return digestOffPage({ organisation: name, colour, on, t: translator(reader.locale ?? 'en') })
}
