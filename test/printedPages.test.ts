import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { rooms } from '../src/app/server/rooms.ts'
import { rooms as webRooms } from '../src/app/web/nav/rooms.ts'

// Pages of the documentation that are printed from what the rooms say. After a change: npx vitest run test/printedPages.test.ts -u

const root = join(import.meta.dirname, '..')
const sources = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .filter(path => !path.includes('.test.'))
  .map(path => ({ path: path.split(sep).join('/'), text: readFileSync(join(root, path), 'utf8') }))

const page = (name: string) => join(root, 'docs', name)

test('docs/clocks.md tells everything that ticks', async () => {
  const clocks = rooms.flatMap(room => (room.clocks ?? []).map(clock => ({ ...clock, room: room.name })))
  const loops = rooms.flatMap(room => (room.loops ?? []).map(loop => ({ ...loop, room: room.name })))
  expect(clocks.length).toBeGreaterThan(10)
  await expect(`# Everything that ticks

Printed by \`test/printedPages.test.ts\` from the rooms' \`room.ts\`; do not edit.

## Clocks
Each strikes once, however many nodes there are (\`kit/server/queue.ts\`). Times are UTC.

| clock | strikes | what it does |
|---|---|---|
${clocks.map(({ name, room, cron }) => row(`\`${name}\` (${room})`, inWords(cron), saidOf(new RegExp(`name: '${name}',\\s*cron:`), name))).join('\n')}

## Loops
Each looks on every node, one look at a time (\`kit/server/loop.ts\`); what it finds is claimed by row locks.

| loop | looks every | for |
|---|---|---|
${loops.map(({ name, room, everyMs, looksFor }) => row(`\`${name}\` (${room})`, `${everyMs} ms`, looksFor)).join('\n')}
`).toMatchFileSnapshot(page('clocks.md'))
})

test('docs/ports.md tells what upper rooms need from lower ones, and who gives it', async () => {
  const fills = [...rooms, ...webRooms].flatMap(room => (room.fills ?? []).map(({ port }) => ({ port, room: room.name })))
  const ports = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/define(?:Many)?(?:Port|Slot)<[\s\S]{0,300}?>\(\s*'(\w+)'/g)].map(([, name]) => ({ name: name!, path })),
  )
  expect(new Set(ports.map(({ name }) => name)).size).toBe(ports.length)
  expect(fills.filter(({ port }) => !ports.some(({ name }) => name === port))).toEqual([])
  await expect(`# Ports

What an upper room needs from a lower one. It declares a port, and each room that fills it says so in its \`room.ts\` (\`kit/port.ts\`).
Printed by \`test/printedPages.test.ts\`; do not edit.

| port | declared in | filled by | what it is |
|---|---|---|---|
${ports
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  .map(({ name, path }) => {
    const by = [...new Set(fills.filter(({ port }) => port === name).map(({ room }) => room))]
    return row(
      `\`${name}\``,
      `\`${path}\``,
      by.join(', ') || (name.endsWith('Settings') ? 'app, when the product is opened' : 'nobody yet: it has a fallback'),
      saidOf(new RegExp(`'${name}'`), name, path),
    )
  })
  .join('\n')}
`).toMatchFileSnapshot(page('ports.md'))
})

const row = (...cells: string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`

/** The first sentence of the comment above the constant in which `mark` stands. */
function saidOf(mark: RegExp, name: string, path?: string): string {
  const source = sources.find(one => (path ? one.path === path : mark.test(one.text)))
  const before = source?.text.slice(0, source.text.search(mark)) ?? ''
  const above = before.slice(0, before.lastIndexOf('export const'))
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n$/.exec(above)?.[1]
  if (!comment) throw new Error(`${name} has no comment that says what it is (${source?.path})`)
  const words = comment.replaceAll(/\s*\n\s*\*\s?/g, ' ').trim()
  return /^.*?[.:](?= [A-Z]|$)/.exec(words)?.[0] ?? words
}

function inWords(cron: string): string {
  const [minute = '', hour = '', day, month, weekday] = cron.split(' ')
  const days = weekday === '*' ? 'each day' : `on days ${weekday} of the week`
  if (day !== '*' || month !== '*') return `\`${cron}\``
  if (minute === '*' && hour === '*') return 'every minute'
  if (minute.startsWith('*/') && hour === '*') return `every ${minute.slice(2)} minutes`
  if (hour === '*') return `each hour at minute ${minute}`
  return `${days} at ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}
