import { AppError } from '../../kit/errors.ts'

// On this node: what is under way lies on its disk, and a picture is drawn in its memory.
const MOST_OF_ONE = 6
const MOST_OF_ALL = 60

const underWay = new Map<string, number>()
let all = 0

/** Lets somebody upload a few files at once, and no more. */
export async function inSlot<T>(who: string, work: () => Promise<T>): Promise<T> {
  const own = underWay.get(who) ?? 0
  if (own >= MOST_OF_ONE) throw new AppError('rate_limited', `You are uploading ${own} files already. Wait until one is there.`)
  if (all >= MOST_OF_ALL)
    throw new AppError(
      'unavailable',
      'Too many files are being uploaded right now. Nothing was kept. Try again in a few seconds.',
    )
  underWay.set(who, own + 1)
  all += 1
  try {
    return await work()
  } finally {
    all -= 1
    const left = underWay.get(who)! - 1
    if (left > 0) underWay.set(who, left)
    else underWay.delete(who)
  }
}

/** One after the other. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const next = last.then(work, work)
    last = next.catch(() => {})
    return next
  }
}
