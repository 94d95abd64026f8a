import { z } from 'zod'
import { contract, created, done, id, idParam, name, page, paging, text } from '../kit/contract.ts'
import { namedRef, segments } from './sharedSchemas.ts'

const accountRow = z.object({
  id,
  key: z.string(),
  name: z.string(),
  owner: namedRef.nullable(),
  segments: z.record(z.string(), z.string()),
  people: z.number().int(),
})
export type CustomerAccountRow = z.infer<typeof accountRow>
const accountBody = z.object({
  name,
  key: text(200, 1).optional(),
  owner: id.nullable().optional(),
  segments: segments.optional(),
})

export const customerAccountContract = contract({
  listCustomerAccounts: {
    method: 'GET',
    path: '/customer-accounts',
    access: 'people.read',
    scope: 'units',
    summary: 'Customer accounts by name, each with the colleague who looks after it',
    query: paging.extend({ q: text(200).optional(), owner: id.optional() }),
    reply: page(accountRow),
  },
  createCustomerAccount: {
    method: 'POST',
    path: '/customer-accounts',
    access: 'people.write',
    scope: 'organisation',
    summary: 'A new customer account',
    body: accountBody,
    status: 201,
    reply: created,
  },
  getCustomerAccount: {
    method: 'GET',
    path: '/customer-accounts/:id',
    access: 'people.read',
    scope: 'units',
    summary: 'One customer account',
    params: idParam,
    reply: accountRow,
  },
  editCustomerAccount: {
    method: 'PATCH',
    path: '/customer-accounts/:id',
    access: 'people.write',
    scope: 'organisation',
    summary: 'Change a customer account',
    params: idParam,
    body: accountBody.partial(),
    reply: done,
  },
  deleteCustomerAccount: {
    method: 'DELETE',
    path: '/customer-accounts/:id',
    access: 'people.write',
    scope: 'organisation',
    summary: 'Remove a customer account; its people stay',
    params: idParam,
    reply: done,
  },
})
