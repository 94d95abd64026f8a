import { AppError } from '../../../kit/errors.ts'
import type { Context } from '../../../kit/server/http/context.ts'
import { sessionOf } from './identify.ts'
import type { SessionRow } from './identityStore.ts'

/** The session of the request; throws `not_signed_in` without one. For what a login may do whatever the state of its organisation. */
export async function requireSession({ request, database }: Context): Promise<SessionRow> {
  const session = await sessionOf(database, request)
  if (!session) throw new AppError('not_signed_in', 'Sign in first.')
  return session
}
