interface Week {
  value: number | null
  low: number
  high: number
}

const [WIDTH, HEIGHT, EDGE] = [528, 120, 8]
// Seen on white and on night: mail programs turn their paper dark, not their pictures.
const [LINE, BAND, PAPER] = ['#3f86ad', '#3f86ad40', '#8a949c80']

/** The course of a score with its band, as a picture without words: those stand beside it, in the reader's language. */
export function trendSvg(weeks: readonly Week[], bounds: readonly [number, number]): string {
  const known = weeks.flatMap(({ value, low, high }, i) => (value === null ? [] : [{ i, value, low, high }]))
  const [bottom, top] = rangeOf(known, bounds)
  const x = (i: number) => EDGE + (i / Math.max(1, weeks.length - 1)) * (WIDTH - 2 * EDGE)
  const y = (value: number) =>
    HEIGHT - EDGE - ((Math.min(top, Math.max(bottom, value)) - bottom) / (top - bottom)) * (HEIGHT - 2 * EDGE)
  const at = (i: number, value: number) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`
  const band = [...known.map(({ i, high }) => at(i, high)), ...known.toReversed().map(({ i, low }) => at(i, low))]
  const last = known.at(-1)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH * 2}" height="${HEIGHT * 2}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    ...[bottom, (bottom + top) / 2, top].map(
      value => `<line x1="${EDGE}" x2="${WIDTH - EDGE}" y1="${y(value)}" y2="${y(value)}" stroke="${PAPER}" stroke-width="1"/>`,
    ),
    `<polygon points="${band.join(' ')}" fill="${BAND}"/>`,
    `<polyline points="${known.map(({ i, value }) => at(i, value)).join(' ')}" fill="none" stroke="${LINE}" stroke-width="2.5" stroke-linejoin="round"/>`,
    last ? `<circle cx="${x(last.i)}" cy="${y(last.value)}" r="5" fill="${LINE}"/>` : '',
    '</svg>',
  ].join('')
}

/** What is shown, with some air, and never beyond what the score can be. */
function rangeOf(known: readonly Week[], [least, most]: readonly [number, number]): [number, number] {
  const values = known.flatMap(({ low, high }) => [low, high])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const air = Math.max((high - low) * 0.1, (most - least) * 0.02)
  return [Math.max(least, low - air), Math.min(most, high + air)]
}
