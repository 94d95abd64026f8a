import { record } from '../../../activity/server/record.ts'
import { ok } from '../../../kit/contract.ts'
import { AppError, notFound } from '../../../kit/errors.ts'
import { toPage } from '../../../kit/paging.ts'
import { announce } from '../../../kit/server/live.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { implement, implementOpen } from '../../../kit/server/http/implement.ts'
import { whyNotLoseOwner } from '../../member.ts'
import { invitationContract, memberContract } from '../../memberContract.ts'
import type { Role } from '../../permissions.ts'
import { acceptInvitation, readInvitation } from './acceptInvitation.ts'
import { invite, inviteAgain } from './invite.ts'
import { refuseGrantBeyondOwn } from '../grantLimits.ts'
import { listMembers, lockMember, lockOwners, saveMember } from './memberStore.ts'
import { takeOutMembers } from './membersLeave.ts'
import { unitIds } from '../namedUnits.ts'

export const memberRoutes = implement(memberContract, {
  invite: async (tx, { body }) => invite(tx, { ...body, units: await unitIds(tx, body.units) }),
  inviteAgain: (tx, { params }) => inviteAgain(tx, params.userId),

  async listMembers(tx, { query }) {
    const rows = await listMembers(tx, query.limit, query.cursor)
    const { items, nextCursor } = toPage(rows, query.limit, row => [row.email])
    return { nextCursor, items: items.map(row => memberOf(row, tx.now)) }
  },

  async changeMember(tx, { params, body }) {
    const member = await refuseBeyond(tx, params.userId)
    const from = { role: member.role as Role, units: member.units }
    const to = { role: body.role ?? from.role, units: body.units === undefined ? from.units : await unitIds(tx, body.units) }
    refuseGrantBeyondOwn(tx.caller, to.role, to.units)
    if (to.role !== 'owner') await keepAnOwner(tx, params.userId)
    await saveMember(tx, params.userId, to)
    await record(tx, 'member.changed', { type: 'login', id: params.userId }, { email: member.email, from, to })
    announce(tx, 'members', params.userId)
    return ok
  },

  async removeMember(tx, { params }) {
    const member = await refuseBeyond(tx, params.userId)
    await keepAnOwner(tx, params.userId)
    await takeOutMembers(tx, [params.userId])
    const verb = member.accepted_at ? 'member.removed' : 'member.invitation-taken-back'
    await record(tx, verb, { type: 'login', id: params.userId }, { email: member.email, role: member.role })
    announce(tx, 'members', params.userId)
    return ok
  },
})

export const invitationRoutes = implementOpen(invitationContract, {
  invitation: (context, { params }) => readInvitation(context, params.token),
  acceptInvitation: (context, { params, body }) => acceptInvitation(context, params.token, body),
})

/** Who is more than the caller is not the caller's to change. */
async function refuseBeyond(tx: Tx, userId: string) {
  const member = await lockMember(tx, userId)
  if (!member) throw notFound('member')
  refuseGrantBeyondOwn(tx.caller, member.role as Role, tx.caller.units ? member.units : null)
  return member
}

async function keepAnOwner(tx: Tx, userId: string): Promise<void> {
  const why = whyNotLoseOwner(await lockOwners(tx), userId)
  if (why) throw new AppError('not_allowed_now', why)
}

function memberOf(row: Awaited<ReturnType<typeof listMembers>>[number], now: Date) {
  const open = row.invitation_expires_at !== null && row.invitation_expires_at > now
  return {
    userId: row.user_id,
    email: row.email,
    name: row.name,
    role: row.role as Role,
    units: row.units,
    state: row.accepted_at ? ('member' as const) : open ? ('invited' as const) : ('expired' as const),
    secondFactor: row.second_factor,
    invitedBy: row.invited_by,
    since: (row.accepted_at ?? row.created_at).toISOString(),
  }
}
