import { AppError } from '../../../kit/errors.ts'
import type { Context } from '../../../kit/server/http/context.ts'
import { sessionOf } from './identify.ts'
import type { SessionRow } from './identityStore.ts'

/** The door of what a login may do whatever the state of its organisation. */
export async function signedIn({ request, database }: Context): Promise<SessionRow> {
  const session = await sessionOf(database, request)
  if (!session) throw new AppError('not_signed_in', 'Sign in first.')
  return session
}
