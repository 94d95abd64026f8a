import type { Clock, Job } from '../../kit/server/queue.ts'

/** Every kind of work and every clock of the product, on one page. */
export const jobs: readonly Job<never>[] = []

export const clocks: readonly Clock[] = []
