// @words everybody
import type { FastifyRequest } from 'fastify'
import { respondentCaller } from '../../../kit/caller.ts'
import type { Database, Tx } from '../../../kit/server/db.ts'
import type { Routes } from '../../../kit/server/http/implement.ts'
import { wordsPage } from '../../../kit/page/page.ts'
import { fieldsOf, textField } from '../../../responses/server/intake/formFields.ts'
import { type PageReply, sendPageReply } from '../../../responses/server/pageReply.ts'
import { frameOf, pageLanguageOf } from '../../../responses/server/pageFrame.ts'
import { cleanText } from '../../../surveys/parseAnswer.ts'
import { type PublicOrganisation, findOrganisationByCode } from '../../../surveys/server/publicOrganisation.ts'
import { readSignedToken } from '../../../sending/server/invite/token.ts'
import { answerConfirmation, readConfirmation } from './confirmations.ts'
import { confirmationPage, type ConfirmationInput } from './confirmationPage.ts'

const A_MINUTE = 60

/** `/settled/{token}`: GET shows the question, POST records the answer. Works without script. */
export const confirmationRoutes: Routes = {
  contract: {},
  mount(app, { database }) {
    const at = (method: 'GET' | 'POST') =>
      app.route({
        method,
        url: '/settled/:token',
        schema: { hide: true } as never,
        config: { access: 'public', rateLimit: { max: A_MINUTE, timeWindow: 60_000 } },
        handler: async (request, reply) => {
          const { token } = request.params as { token: string }
          return sendPageReply(request, reply, token, await answerFor(database, request, token))
        },
      })
    at('GET')
    at('POST')
  },
}

async function answerFor(database: Database, request: FastifyRequest, token: string): Promise<PageReply> {
  const read = readSignedToken('confirmation', token)
  const organisation = read && (await findOrganisationByCode(database, read.code))
  const answer =
    read && organisation?.active
      ? await database.inOrg(organisation.id, respondentCaller, tx =>
          request.method === 'POST'
            ? record(tx, read.id, request, organisation)
            : show(tx, read.id, typedIn(request), organisation),
        )
      : undefined
  return answer ?? unknown(request, organisation)
}

async function show(
  tx: Tx,
  id: string,
  typed: ConfirmationInput,
  organisation: PublicOrganisation,
): Promise<PageReply | undefined> {
  const asked = await readConfirmation(tx, id)
  if (!asked) return undefined
  const plain = frameOf(organisation, undefined, asked.locale)
  const frame = { ...plain, title: plain.t('Is it settled?') }
  return { status: typed.wrong ? 422 : 200, html: confirmationPage(frame, asked, typed) }
}

async function record(
  tx: Tx,
  id: string,
  request: FastifyRequest,
  organisation: PublicOrganisation,
): Promise<PageReply | undefined> {
  const fields = fieldsOf(request)
  const words = cleanText(textField(fields['words']) ?? '')
    .trim()
    .slice(0, 2000)
  const answer = choiceIn(fields['answer'])
  if (!answer) return show(tx, id, { answer, words, wrong: true }, organisation)
  await answerConfirmation(tx, id, answer === 'yes', words)
  // Reloading what comes next sends nothing twice.
  return { status: 303, location: request.url.split('?')[0]! }
}

const typedIn = (request: FastifyRequest): ConfirmationInput => ({
  answer: choiceIn((request.query as Record<string, unknown>)['answer']),
  words: '',
})

const choiceIn = (value: unknown): 'yes' | 'no' | undefined => (value === 'yes' || value === 'no' ? value : undefined)

function unknown(request: FastifyRequest, organisation: PublicOrganisation | undefined): PageReply {
  const frame = frameOf(organisation, undefined, pageLanguageOf(request, undefined, []))
  const { t } = frame
  const words = {
    title: t('This link is not complete'),
    text: t('Open it again from the mail: some programs cut long links in two.'),
  }
  return { status: 404, html: wordsPage({ ...frame, title: words.title }, words) }
}
