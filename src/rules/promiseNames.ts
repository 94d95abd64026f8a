/** What can be promised to whoever raised an alert, in the order of the loop. */
export const promises = ['acknowledge', 'contact', 'resolve'] as const
export type PromiseName = (typeof promises)[number]

export const isPromise = (name: string): name is PromiseName => (promises as readonly string[]).includes(name)
