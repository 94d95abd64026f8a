export interface Times {
  p50: number
  p95: number
}

/** How long it takes, in milliseconds, so many times one after the other once it has been done a few times. */
export async function timesOf(rounds: number, before: number, act: (i: number) => Promise<unknown>): Promise<Times> {
  for (let i = 0; i < before; i++) await act(i)
  const times: number[] = []
  for (let i = 0; i < rounds; i++) {
    const began = performance.now()
    await act(i)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { p50: times[Math.floor(rounds / 2)]!, p95: times[Math.floor(rounds * 0.95)]! }
}
