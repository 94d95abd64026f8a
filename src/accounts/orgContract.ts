import { z } from 'zod'
import { contract, done, email, id, idParam, name, page, paging, text, type Result } from '../kit/contract.ts'

export const orgContract = contract({
  openOrg: {
    method: 'POST',
    path: '/orgs',
    access: 'public',
    summary: 'Open a further organisation: the operator, or anybody where the setting OPEN_SIGNUP allows it',
    body: z.object({ org: name, name, email }),
    status: 201,
    reply: z.object({
      orgId: id,
      apiKey: z.string(),
      inviteUrl: z.string().optional().describe('For the operator: the owner’s invitation, to pass on'),
    }),
  },
  listOrgs: {
    method: 'GET',
    path: '/orgs',
    access: 'operator',
    summary: 'All organisations of this installation, newest first',
    query: paging,
    reply: page(
      z.object({
        id,
        name: z.string(),
        code: z.string(),
        status: z.enum(['active', 'suspended', 'deleting']),
        suspendedReason: z.string().nullable(),
        deleteAfter: z.string().nullable(),
        createdAt: z.string(),
        members: z.number().int(),
        demo: z.boolean().describe('The made-up organisation to look around in'),
      }),
    ),
  },
  suspendOrg: {
    method: 'POST',
    path: '/orgs/:id/suspensions',
    access: 'operator',
    summary: 'Close an organisation for everybody, keeping all it has',
    params: idParam,
    body: z.object({ reason: text(500).default('') }),
    reply: done,
  },
  reopenOrg: {
    method: 'DELETE',
    path: '/orgs/:id/suspensions',
    access: 'operator',
    summary: 'Open a suspended organisation again',
    params: idParam,
    reply: done,
  },
  exportOrg: {
    method: 'GET',
    path: '/orgs/:id/export',
    access: 'operator',
    summary: 'Everything an organisation has, one JSON object a line, without secrets',
    params: idParam,
    replyType: 'application/x-ndjson',
    reply: z.unknown(),
  },
  deleteOrg: {
    method: 'POST',
    path: '/orgs/:id/deletions',
    access: 'operator',
    summary: 'Close an organisation and delete it after a time in which this can be undone',
    params: idParam,
    body: z.object({ name: z.string().max(200).describe('The organisation’s name, typed again') }),
    reply: z.object({ deleteAfter: z.string() }),
  },
  keepOrg: {
    method: 'DELETE',
    path: '/orgs/:id/deletions',
    access: 'operator',
    summary: 'Undo a deletion that has not happened yet',
    params: idParam,
    reply: done,
  },
})
export type ListedOrg = Result<typeof orgContract.listOrgs>['items'][number]
