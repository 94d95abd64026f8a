import { notFound } from '../../kit/errors.ts'
import { translator } from '../../kit/translator.ts'
import type { Tx } from '../../kit/server/db.ts'
import { implement } from '../../kit/server/http/implement.ts'
import { outboxContract } from '../contract.ts'
import type { MailPayload } from '../payload.ts'
import { brandOf, picturesOf, renderMail } from '../render.ts'
import { readOrg } from './carryStore.ts'
import { callOff, confirmArrival, deliver, deliverKept } from './outboxDecisions.ts'
import { lookUpSender } from './lookUpSender.ts'
import { mailSettings } from './mailSettings.ts'
import { countByState, listMail, readMail } from './outboxStore.ts'
import { senderOf } from './sender.ts'

const ok = { ok: true } as const

export const outboxRoutes = implement(outboxContract, {
  list: (tx, { query }) => listMail(tx, query),
  summary: async tx => ({ mailServer: !!mailSettings.call().smtpUrl, states: await countByState(tx) }),
  get: async (tx, { params }, { identity }) => {
    const mail = await readMail(tx, params.id)
    if (!mail) throw notFound('mail')
    const { payload, ...rest } = mail
    return { ...rest, ...(await asRead(tx, openTo(payload, identity?.operator ?? false))) }
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

/** A colleague who may read the Outbox must not get into another's login, which may belong to other organisations too. */
function openTo(payload: MailPayload, operator: boolean): MailPayload {
  if (!payload.confidential || operator) return payload
  const text =
    'This mail holds a link that opens the login of its reader. Only the operator of this installation can read it here.'
  return { to: payload.to, name: payload.name, subject: payload.subject, text }
}

async function asRead(tx: Tx, payload: MailPayload) {
  const settings = mailSettings.call()
  const org = await readOrg(tx)
  const { name, address } = senderOf(org, settings)
  const brand = brandOf(org, settings.publicUrl)
  const t = translator(payload.locale ?? 'en')
  if (!payload.to) return emptied(`${name} <${address}>`)
  const { subject, text, html } = renderMail(payload, { org: tx.org, baseUrl: settings.publicUrl, brand, t })
  // In the console there is no mail around them: they stand in the page itself.
  const shown = (await picturesOf(payload)).reduce(
    (page, { name: cid, png }) => page.replaceAll(`cid:${cid}`, `data:image/png;base64,${Buffer.from(png).toString('base64')}`),
    html,
  )
  return { subject, text, html: shown, from: `${name} <${address}>`, replyTo: payload.replyTo ?? null }
}

/** What is left of a mail whose person was erased, or whose time has passed: that it was sent. */
function emptied(from: string) {
  const text = 'What this mail said was deleted: its person was erased, or the time for which mails are kept has passed.'
  return { subject: 'Deleted', text, html: `<p>${text}</p>`, from, replyTo: null }
}
