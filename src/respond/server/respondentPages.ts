import type { FastifyInstance } from 'fastify'
import type { Routes } from '../../kit/server/http/implement.ts'
import { answerPage, showPage } from './formPages.ts'
import { askHelp, helpPage } from './respondentHelpPage.ts'
import type { PageRequest } from './pageRequest.ts'
import { type PageReply, sendPageReply } from '../../responses/server/pageReply.ts'
import { script, scriptPath } from './script.ts'

type PageHandler = (asked: PageRequest) => Promise<PageReply>

// Per address. Many visitors of one house share one: a person answering saves every few seconds at most.
const READS_A_MINUTE = 300
const WRITES_A_MINUTE = 300

/** The pages of who answers, without a login: `/f/…`. */
export const respondentPages: Routes = {
  contract: {},
  mount(app, { database }) {
    const at = (method: 'GET' | 'POST', path: string, page: PageHandler) =>
      app.route({
        method,
        url: path,
        schema: { hide: true } as never,
        config: { access: 'public', rateLimit: { max: method === 'GET' ? READS_A_MINUTE : WRITES_A_MINUTE, timeWindow: 60_000 } },
        handler: async (request, reply) => {
          const { token } = request.params as { token: string }
          return sendPageReply(request, reply, token, await page({ database, request, token }))
        },
      })
    at('GET', '/f/:token', showPage)
    at('POST', '/f/:token', answerPage)
    at('GET', '/f/:token/help', helpPage)
    at('POST', '/f/:token/help', askHelp)
    serveScript(app)
  },
}

function serveScript(app: FastifyInstance): void {
  app.get(scriptPath, { schema: { hide: true } as never }, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(script),
  )
}
