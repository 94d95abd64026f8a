import { MutationCache, QueryClient } from '@tanstack/react-query'
import { mayPass } from './problem.ts'
import { toastError } from './toasts.ts'

/** One for the console. What a mutation does not handle itself is said in a toast (`meta: { quiet: true }` keeps it silent). */
export const makeQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (failures, error) => failures < 2 && mayPass(error), refetchOnWindowFocus: true },
      mutations: { networkMode: 'always' },
    },
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        if (!mutation.meta?.quiet && !mutation.options.onError) toastError(error)
      },
    }),
  })
