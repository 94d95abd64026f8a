import type { Verb } from '../../../kit/vocabulary.ts'
import { record } from '../../../activity/server/record.ts'
import { ok } from '../../../kit/contract.ts'
import { AppError, notFound } from '../../../kit/errors.ts'
import { newId } from '../../../kit/ids.ts'
import { toPage } from '../../../kit/paging.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { implement } from '../../../kit/server/http/implement.ts'
import { announce } from '../../../kit/server/live.ts'
import { customerAccountContract } from '../../customerAccountContract.ts'
import { customerAccountKey } from '../../importing/personImport.ts'
import { type CustomerAccountChange, deleteAccount, insertAccount, listAccounts, updateAccount } from './customerAccountStore.ts'
import { requirePerson } from '../person/personRoutes.ts'
import { nameCursor } from '../nameCursor.ts'

export const customerAccountRoutes = implement(customerAccountContract, {
  async listCustomerAccounts(tx, { query }) {
    const rows = await listAccounts(tx, query, query.limit + 1, nameCursor(query.cursor))
    return toPage(rows, query.limit, row => [row.name.toLowerCase(), row.id])
  },
  async createCustomerAccount(tx, { body }) {
    if (body.owner) await requirePerson(tx, body.owner)
    const id = newId()
    const made = await insertAccount(tx, id, {
      ...changeOf(body),
      name: body.name.trim(),
      key: body.key?.trim() ?? customerAccountKey(body.name),
    })
    if (!made.numInsertedOrUpdatedRows) throw taken(body.key ?? body.name)
    await recordAndAnnounce(tx, 'account.created', id, { name: body.name, owner: body.owner })
    return { id }
  },
  getCustomerAccount: (tx, { params }) => theAccount(tx, params.id),
  async editCustomerAccount(tx, { params, body }) {
    const before = await theAccount(tx, params.id)
    if (body.owner) await requirePerson(tx, body.owner)
    const change = changeOf(body)
    if (Object.keys(change).length === 0) return ok
    await updateAccount(tx, params.id, change)
    return recordAndAnnounce(tx, 'account.changed', params.id, { from: { name: before.name, owner: before.owner?.id }, to: body })
  },
  async deleteCustomerAccount(tx, { params }) {
    const account = await theAccount(tx, params.id)
    await deleteAccount(tx, params.id)
    return recordAndAnnounce(tx, 'account.removed', params.id, { name: account.name, people: account.people })
  },
})

async function theAccount(tx: Tx, id: string) {
  const [account] = await listAccounts(tx, { id }, 1)
  if (!account) throw notFound('customer account')
  return account
}

function changeOf(body: {
  name?: string
  key?: string | undefined
  owner?: string | null | undefined
  segments?: Record<string, string> | undefined
}): CustomerAccountChange {
  return {
    ...(body.name !== undefined && { name: body.name.trim() }),
    ...(body.key !== undefined && { key: body.key.trim() }),
    ...(body.owner !== undefined && { owner_id: body.owner }),
    ...(body.segments !== undefined && { segments: JSON.stringify(body.segments) }),
  }
}

const taken = (name: string) => new AppError('already_exists', `There is a customer account “${name}” already.`)

async function recordAndAnnounce(tx: Tx, verb: Verb, id: string, detail: Record<string, unknown>) {
  await record(tx, verb, { type: 'customer-account', id }, detail)
  announce(tx, 'customer-accounts', id)
  return ok
}
