import { ok } from '../../kit/contract.ts'
import { notFound } from '../../kit/errors.ts'
import { implement } from '../../kit/server/http/implement.ts'
import type { MailTemplate } from '../../mail/template.ts'
import { causeFixContract } from '../fixContract.ts'
import { fixMail, type FixMail } from '../fixMail.ts'
import { markFixed, undoFix } from './fix.ts'
import { findFix, readLanguages } from './fixStore.ts'
import { loadCauses } from './rootCauseStore.ts'
import { previewTelling, tellFix, testTelling } from './tellFix.ts'

export const causeFixRoutes = implement(causeFixContract, {
  readFix: async (tx, { params }) => {
    if (!(await loadCauses(tx)).has(params.id)) throw notFound('cause')
    const fix = await findFix(tx, params.id)
    const { own, all } = await readLanguages(tx)
    return { fix: fix ? { ...fix, texts: { [own]: fix.note, ...fix.texts }, at: fix.at.toISOString() } : null, languages: all }
  },
  markFixed: async (tx, { params, body }) => {
    await markFixed(tx, params.id, body.note)
    return ok
  },
  undoFix: async (tx, { params }) => {
    await undoFix(tx, params.id)
    return ok
  },
  previewTelling: (tx, { params, body }) => previewTelling(tx, params.id, body),
  testTelling: async (tx, { params, body }) => ({ to: await testTelling(tx, params.id, body) }),
  tellFix: (tx, { params, body }) => tellFix(tx, params.id, body),
})

export const fixTemplate: MailTemplate = {
  name: 'cause-fixed',
  render: (data, { brand, t }) => {
    const { optOut, ...mail } = data as unknown as FixMail & { optOut: string }
    return fixMail(mail, optOut, brand, t)
  },
}
