import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Changes a rule, and reads whatever shows rules again. What is wrong stands on the page. */
export function useRuleChange<Input, Output>(work: (input: Input) => Promise<Output>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: work, onSettled: () => queries.invalidateQueries({ queryKey: ['alert-rules'] }) })
}
