/** What is being made, and from which share of the whole work (in %) on. */
const steps = [
  ['people', 0],
  ['answers', 8],
  ['sums', 22],
  ['alerts', 50],
] as const

export type MakingStep = (typeof steps)[number][0]
export const makingSteps = steps.map(([step]) => step)

export const beginOf = (step: MakingStep): number => steps.find(([name]) => name === step)![1]

export const stepAt = (percent: number): MakingStep => steps.findLast(([, from]) => percent >= from)?.[0] ?? 'people'
