import { z } from 'zod'
import { contract, done, email, id, name, page, paging, text, type Result } from '../kit/contract.ts'
import { roles } from './permissions.ts'
import { password, step } from './signInContract.ts'

export const role = z.enum(roles)
/** Subtrees of units one may see, by key or id; null or left out: the whole organisation. */
export const units = z.array(text(200, 1)).min(1).max(500).nullable()

const memberParam = z.object({ userId: id })
const invited = z.object({ userId: id, inviteUrl: z.string() })

export const memberContract = contract({
  invite: {
    method: 'POST',
    path: '/members',
    access: 'members.manage',
    scope: 'organisation',
    summary: 'Invite somebody; the invitation is mailed too',
    body: z.object({ email, role, units: units.default(null), name: name.optional() }),
    status: 201,
    reply: invited,
  },
  listMembers: {
    method: 'GET',
    path: '/members',
    access: 'members.manage',
    scope: 'organisation',
    summary: 'Members and open invitations, by address',
    query: paging,
    reply: page(
      z.object({
        userId: id,
        email: z.string(),
        name: z.string(),
        role,
        units: z.array(id).nullable(),
        state: z.enum(['member', 'invited', 'expired']),
        secondFactor: z.boolean(),
        invitedBy: z.string().nullable(),
        since: z.string(),
      }),
    ),
  },
  changeMember: {
    method: 'PATCH',
    path: '/members/:userId',
    access: 'members.manage',
    scope: 'organisation',
    summary: 'Change a member’s role or units; it holds from their next request on',
    params: memberParam,
    body: z.object({ role: role.optional(), units: units.optional() }),
    reply: done,
  },
  removeMember: {
    method: 'DELETE',
    path: '/members/:userId',
    access: 'members.manage',
    scope: 'organisation',
    summary: 'Remove a member or take an invitation back',
    params: memberParam,
    reply: done,
  },
  inviteAgain: {
    method: 'POST',
    path: '/members/:userId/invitations',
    access: 'members.manage',
    scope: 'organisation',
    summary: 'Mail an open invitation again; the older link ends',
    params: memberParam,
    reply: invited,
  },
})

const tokenParam = z.object({ token: text(200, 10) })

export const invitationContract = contract({
  invitation: {
    method: 'GET',
    path: '/invitations/:token',
    access: 'public',
    scope: 'public',
    summary: 'What an invitation offers, and what accepting it takes',
    params: tokenParam,
    reply: z.object({
      org: z.string(),
      email: z.string(),
      name: z.string(),
      role,
      invitedBy: z.string().nullable(),
      needs: z
        .enum(['password', 'sign-in', 'nothing'])
        .describe('A password to choose, signing in with the invited address, or only a yes'),
    }),
  },
  acceptInvitation: {
    method: 'POST',
    path: '/invitations/:token/acceptances',
    access: 'public',
    scope: 'public',
    summary: 'Accept an invitation',
    params: tokenParam,
    body: z.object({ name: name.optional(), password: password.optional() }),
    reply: step,
  },
})
export type Member = Result<typeof memberContract.listMembers>['items'][number]
