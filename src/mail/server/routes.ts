import { notFound } from '../../kit/errors.ts'
import { translator } from '../../kit/i18n.ts'
import type { Tx } from '../../kit/server/db.ts'
import { implement } from '../../kit/server/http/implement.ts'
import { outboxContract } from '../contract.ts'
import type { MailPayload } from '../payload.ts'
import { brandOf, renderMail } from '../render.ts'
import { readOrg } from './carryStore.ts'
import { callOff, confirmArrival, deliver, deliverKept } from './decide.ts'
import { lookUpSender } from './lookUpSender.ts'
import { mailSettings } from './mailSettings.ts'
import { countByState, listMail, readMail } from './outboxStore.ts'
import { senderOf } from './sender.ts'

const ok = { ok: true } as const

export const outboxRoom = implement(outboxContract, {
  list: (tx, { query }) => listMail(tx, query),
  summary: async tx => ({ mailServer: !!mailSettings.call().smtpUrl, states: await countByState(tx) }),
  get: async (tx, { params }) => {
    const mail = await readMail(tx, params.id)
    if (!mail) throw notFound('mail')
    const { payload, ...rest } = mail
    return { ...rest, ...(await asRead(tx, payload)) }
  },
  deliver: async (tx, { params }) => {
    await deliver(tx, params.id)
    return ok
  },
  deliverKept: async tx => ({ sent: await deliverKept(tx) }),
  arrived: async (tx, { params }) => {
    await confirmArrival(tx, params.id)
    return ok
  },
  cancel: async (tx, { params }) => {
    await callOff(tx, params.id)
    return ok
  },
  checkSender: async (_tx, { query }) => {
    const domain = query.address.split('@').at(-1)!
    const { smtpUrl } = mailSettings.call()
    const server = smtpUrl ? new URL(smtpUrl).hostname : null
    return { domain, findings: await lookUpSender({ domain, selector: query.selector, server }) }
  },
})

async function asRead(tx: Tx, payload: MailPayload) {
  const settings = mailSettings.call()
  const org = await readOrg(tx)
  const { name, address } = senderOf(org, settings)
  const brand = brandOf(org, settings.publicUrl)
  const t = translator(payload.locale ?? 'en')
  const { subject, text, html } = renderMail(payload, { org: tx.org, baseUrl: settings.publicUrl, brand, t })
  return { subject, text, html, from: `${name} <${address}>`, replyTo: payload.replyTo ?? null }
}
