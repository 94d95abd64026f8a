import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Result } from '../../kit/contract.ts'
import { makeClient } from '../../kit/web/api.ts'
import { signInContract } from '../signInContract.ts'
import type { Permission } from '../../kit/vocabulary.ts'

export const sessions = makeClient(signInContract)

export type Session = Result<typeof signInContract.session>

const sessionQuery = () => ({ ...sessions.session.query(), staleTime: 60_000 })

/** Who is signed in, where, and what they may do; `undefined` until it is known. */
export const useSession = (): Session | undefined => useQuery(sessionQuery()).data

export const useSessionQuery = () => useQuery(sessionQuery())

/** Whether the person signed in may do this: what they may not is shown disabled, with the reason. */
export function useMay(permission: Permission): boolean {
  return useSession()?.org?.permissions.includes(permission) ?? false
}

/** Goes on in another organisation: nothing that was read in the one before may stay. */
export function useSwitchOrg() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (orgId: string) => sessions.switchOrg({ body: { orgId } }),
    onSuccess: () => forgetAll(queries),
  })
}

export function forgetAll(queries: QueryClient): void {
  queries.clear()
  location.assign('/')
}
