import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Changes something on the wall, and reads it again. */
export function useWallChange() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['practices'] }),
  })
}
