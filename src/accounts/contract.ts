import { z } from 'zod'
import { contract, done, email, id, idParam, instant, name, page, paging } from '../kit/contract.ts'
import { role, units } from './memberContract.ts'
import { password } from './signInContract.ts'

const apiKey = z.string()

export const setupContract = contract({
  setupNeeded: {
    method: 'GET',
    path: '/setup',
    access: 'public',
    scope: 'public',
    summary: 'Whether this installation still waits for its first organisation',
    reply: z.object({ needed: z.boolean(), demo: z.boolean(), openSignup: z.boolean(), graceDays: z.number().int() }),
  },
  setUp: {
    method: 'POST',
    path: '/setup',
    access: 'public',
    scope: 'public',
    summary: 'Create the first organisation and its owner, who also operates the installation',
    body: z.object({ org: name, name, email, password }),
    status: 201,
    ratePerMinute: 20,
    reply: z.object({ orgId: id, userId: id, apiKey }),
  },
})

const key = z.object({
  id,
  name: z.string(),
  hint: z.string(),
  role,
  units: z.array(id).nullable(),
  operator: z.boolean(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})

export const keyContract = contract({
  createKey: {
    method: 'POST',
    path: '/api-keys',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Create an API key; its text is shown this once',
    body: z.object({
      name,
      role,
      units: units.default(null),
      expiresAt: instant.nullable().default(null),
      operator: z.boolean().default(false),
    }),
    status: 201,
    reply: z.object({ id, apiKey }),
  },
  listKeys: {
    method: 'GET',
    path: '/api-keys',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'API keys, newest first',
    query: paging,
    reply: page(key),
  },
  revokeKey: {
    method: 'DELETE',
    path: '/api-keys/:id',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Revoke an API key at once',
    params: idParam,
    reply: done,
  },
})
