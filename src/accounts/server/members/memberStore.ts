import { sql } from 'kysely'
import type { Tx } from '../../../kit/server/db.ts'
import { decodeCursor } from '../../../kit/paging.ts'
import type { MemberState } from '../../member.ts'
import type { Role } from '../../permissions.ts'

/** A member who needs no invitation: the owner of a new organisation. */
export async function insertMember(tx: Tx, userId: string, role: Role): Promise<void> {
  await tx.db
    .insertInto('membership')
    .values({ org_id: tx.org, user_id: userId, role, created_at: tx.now, accepted_at: tx.now })
    .execute()
}

export interface NewMemberInvitation {
  userId: string
  role: Role
  units: string[] | null
  mailHash: Buffer
  linkHash: Buffer
  expiresAt: Date
}

/** A new invitation, or a newer one for somebody who has not accepted; false when they are a member already. */
export async function saveInvitation(tx: Tx, invitation: NewMemberInvitation): Promise<boolean> {
  const said = {
    role: invitation.role,
    units: invitation.units,
    mail_hash: invitation.mailHash,
    link_hash: invitation.linkHash,
    invitation_expires_at: invitation.expiresAt,
    invited_by: tx.caller.name,
  }
  const result = await tx.db
    .insertInto('membership')
    .values({ org_id: tx.org, user_id: invitation.userId, created_at: tx.now, ...said })
    .onConflict(c => c.columns(['org_id', 'user_id']).doUpdateSet(said).where('membership.accepted_at', 'is', null))
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const lockMember = (tx: Tx, userId: string) =>
  tx.db
    .selectFrom('membership as m')
    .innerJoin('login as l', 'l.id', 'm.user_id')
    .select(['m.user_id', 'm.role', 'm.units', 'm.accepted_at', 'l.email', 'l.name'])
    .where('m.org_id', '=', tx.org)
    .where('m.user_id', '=', userId)
    .forUpdate('m')
    .executeTakeFirst()

/** All owners, locked: of two who remove each other at once, one stays. */
export async function lockOwners(tx: Tx): Promise<MemberState[]> {
  const rows = await tx.db
    .selectFrom('membership')
    .select(['user_id', 'role', 'accepted_at'])
    .where('org_id', '=', tx.org)
    .where('role', '=', 'owner')
    .orderBy('user_id')
    .forUpdate()
    .execute()
  return rows.map(row => ({ userId: row.user_id, role: row.role as Role, accepted: row.accepted_at !== null }))
}

export async function saveMember(tx: Tx, userId: string, change: { role: Role; units: string[] | null }): Promise<void> {
  await tx.db.updateTable('membership').set(change).where('org_id', '=', tx.org).where('user_id', '=', userId).execute()
}

export async function deleteMembers(tx: Tx, userIds: readonly string[]): Promise<void> {
  await tx.query({
    text: 'delete from membership where org_id = $1 and user_id = any($2)',
    values: [tx.org, userIds],
  })
}

export function listMembers(tx: Tx, limit: number, cursor: string | undefined) {
  const after = decodeCursor(cursor, 1)
  return tx.db
    .selectFrom('membership as m')
    .innerJoin('login as l', 'l.id', 'm.user_id')
    .leftJoin('second_factor as f', join => join.onRef('f.user_id', '=', 'l.id').on('f.confirmed_at', 'is not', null))
    .select([
      'm.user_id',
      'l.email',
      'l.name',
      'm.role',
      'm.units',
      'm.accepted_at',
      'm.invitation_expires_at',
      'm.invited_by',
      'm.created_at',
    ])
    .select(sql<boolean>`f.user_id is not null`.as('second_factor'))
    .where('m.org_id', '=', tx.org)
    .$if(after !== undefined, q => q.where('l.email', '>', String(after![0])))
    .orderBy('l.email')
    .limit(limit + 1)
    .execute()
}

/** The open invitation behind a link, locked, so that it is accepted once. */
export const lockInvitation = (tx: Tx, hash: Buffer) =>
  tx.db
    .selectFrom('membership as m')
    .innerJoin('login as l', 'l.id', 'm.user_id')
    .innerJoin('org as o', 'o.id', 'm.org_id')
    .select(['m.user_id', 'm.role', 'm.mail_hash', 'm.invitation_expires_at', 'm.accepted_at', 'm.invited_by', 'o.name as org'])
    .select(['l.email', 'l.name', 'l.verified_at', 'l.password_hash', 'l.last_org_id'])
    .where('m.org_id', '=', tx.org)
    .where(eb => eb.or([eb('m.mail_hash', '=', hash), eb('m.link_hash', '=', hash)]))
    .forUpdate('m')
    .executeTakeFirst()

export async function saveAcceptance(tx: Tx, userId: string): Promise<void> {
  await tx.db
    .updateTable('membership')
    .set({ accepted_at: tx.now, mail_hash: null, link_hash: null, invitation_expires_at: null })
    .where('org_id', '=', tx.org)
    .where('user_id', '=', userId)
    .execute()
}
