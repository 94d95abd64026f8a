import type { AnyTx } from '../../../kit/server/db.ts'
import { hashOf, newSecret } from '../secret.ts'

export type TicketKind = 'link' | 'reset' | 'second-factor'

const minutesOf: Record<TicketKind, number> = { link: 15, reset: 60, 'second-factor': 10 }

/** A secret for one use. An older one of the same kind ends: only the last mail works. */
export async function issueTicket(tx: AnyTx, kind: TicketKind, userId: string): Promise<string> {
  const token = newSecret()
  if (kind !== 'second-factor') await dropTickets(tx, userId, kind)
  await tx.db
    .insertInto('sign_in_ticket')
    .values({
      token_hash: hashOf(token),
      kind,
      user_id: userId,
      expires_at: new Date(tx.now.getTime() + minutesOf[kind] * 60_000),
    })
    .execute()
  return token
}

/** Takes the ticket away and tells whose it was: of two who use it at once, one gets it. */
export async function redeemTicket(tx: AnyTx, kind: TicketKind, token: string): Promise<string | undefined> {
  const row = await tx.db
    .deleteFrom('sign_in_ticket')
    .where('token_hash', '=', hashOf(token))
    .where('kind', '=', kind)
    .returning(['user_id', 'expires_at'])
    .executeTakeFirst()
  return row && row.expires_at > tx.now ? row.user_id : undefined
}

/** Whose ticket this is, counting the look: after `most` looks it is worth nothing. */
export async function tryTicket(tx: AnyTx, kind: TicketKind, token: string, most: number): Promise<string | undefined> {
  const row = await tx.db
    .updateTable('sign_in_ticket')
    .set(eb => ({ attempts: eb('attempts', '+', 1) }))
    .where('token_hash', '=', hashOf(token))
    .where('kind', '=', kind)
    .where('expires_at', '>', tx.now)
    .returning(['user_id', 'attempts'])
    .executeTakeFirst()
  return row && row.attempts <= most ? row.user_id : undefined
}

export async function dropTickets(tx: AnyTx, userId: string, kind?: TicketKind): Promise<void> {
  await tx.db
    .deleteFrom('sign_in_ticket')
    .where('user_id', '=', userId)
    .$if(kind !== undefined, q => q.where('kind', '=', kind!))
    .execute()
}

/** Whose ticket this is, leaving it as it is. */
export const ticketOwner = (tx: AnyTx, kind: TicketKind, token: string) =>
  tx.db
    .selectFrom('sign_in_ticket as k')
    .innerJoin('login as l', 'l.id', 'k.user_id')
    .select(['l.id', 'l.name', 'l.email', 'l.last_org_id'])
    .where('k.token_hash', '=', hashOf(token))
    .where('k.kind', '=', kind)
    .where('k.expires_at', '>', tx.now)
    .executeTakeFirst()
