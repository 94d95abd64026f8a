import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AlertStep } from '../alert.ts'
import { alerts } from './client.ts'

/** Does something to an alert, and reads whatever shows alerts again. */
export function useStep<Input = void, Output = unknown>(work: (input: Input) => Promise<Output>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSettled: () => Promise.all(['alerts', 'causes', 'insights'].map(topic => queries.invalidateQueries({ queryKey: [topic] }))),
  })
}

export const useAcknowledge = (id: string) => useStep(() => alerts.acknowledgeAlert({ params: { id }, body: {} }))

/** Where each next step is done on the alert's page. */
export const placeOf: Record<AlertStep, string> = { acknowledge: '', contact: 'contact', resolve: 'outcome' }
