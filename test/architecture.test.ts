import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { depthOf, rooms } from './rooms.ts'

const src = resolve(import.meta.dirname, '../src')

interface Source {
  path: string
  room: string
  /** Where it runs: the root of a room is pure and runs everywhere. */
  side: 'root' | 'server' | 'web'
  imports: string[]
}

const sources: Source[] = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
  .map(entry => read(join(entry.parentPath, entry.name)))

function read(file: string): Source {
  const path = relative(src, file)
  return { path, ...placeOf(path), imports: importsOf(readFileSync(file, 'utf8')) }
}

function placeOf(path: string): Pick<Source, 'room' | 'side'> {
  const [room = '', second = ''] = path.split(sep)
  if (path === join('app', 'cli.ts')) return { room, side: 'server' }
  return { room, side: second === 'server' || second === 'web' ? second : 'root' }
}

function importsOf(text: string): string[] {
  const found = text.matchAll(
    /(?:^|\s)(?:import|export)[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^import\s*['"]([^'"]+)['"]/gm,
  )
  return [...found].map(match => match[1] ?? match[2] ?? match[3] ?? '')
}

/** What is fetched with a file: its imports without those of types, and without those that wait. */
function staticImports(path: string): string[] {
  const text = readFileSync(join(src, path), 'utf8')
  const found = text.matchAll(/^(?:import|export) (?!type )[^'"`;]*?from\s*['"](\.[^'"]+)['"]|^import ['"](\.[^'"]+)['"]/gm)
  return [...found].map(match => match[1] ?? match[2] ?? '')
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path)

function* ownImports() {
  for (const source of sources) {
    for (const specifier of source.imports.filter(s => s.startsWith('.'))) {
      const target = relative(src, resolve(src, dirname(source.path), specifier))
      if (!target.startsWith('..')) yield { source, target, to: placeOf(target) }
    }
  }
}

describe('the house', () => {
  test('has files to look at, and imports that can be read', () => {
    expect(sources.length).toBeGreaterThan(30)
    expect([...ownImports()].length).toBeGreaterThan(60)
  })

  test('has no room that the order does not name', () => {
    expect(sources.filter(s => !rooms.includes(s.room)).map(s => s.path)).toEqual([])
  })

  test('imports only upwards in the order', () => {
    const wrong = [...ownImports()].filter(({ source, to }) => depthOf(to.room) > depthOf(source.room) && !isTest(source.path))
    expect(wrong.map(({ source, target }) => `${source.path} → ${target}`)).toEqual([])
  })

  test('has no circle between files, nor between the folders of a room', () => {
    const files = Map.groupBy(
      [...ownImports()].filter(({ source }) => !isTest(source.path)),
      ({ source }) => source.path,
    )
    expect(circlesIn(new Map([...files].map(([path, imports]) => [path, imports.map(({ target }) => target)])))).toEqual([])
    const folders = [...ownImports()].filter(
      // What a room brings is gathered from all its folders, and listed by the app.
      ({ source, target, to }) =>
        !isTest(source.path) && source.room === to.room && !source.path.endsWith('room.ts') && !target.endsWith('room.ts'),
    )
    const byFolder = Map.groupBy(folders, ({ source }) => dirname(source.path))
    const between = [...byFolder].map(
      ([folder, imports]) => [folder, imports.map(({ target }) => dirname(target)).filter(other => other !== folder)] as const,
    )
    expect(circlesIn(new Map(between))).toEqual([])
  })

  test('keeps roots pure, and server and web apart', () => {
    const wrong = [...ownImports()].filter(
      ({ source, to }) => !isTest(source.path) && to.side !== 'root' && to.side !== source.side,
    )
    expect(wrong.map(({ source, target }) => `${source.path} → ${target}`)).toEqual([])
  })

  test('lets no pure or web file import Node, and no server file import React', () => {
    const wrong = sources
      .filter(s => !isTest(s.path))
      .flatMap(s => s.imports.filter(i => isForeign(s, i)).map(i => `${s.path} → ${i}`))
    expect(wrong).toEqual([])
  })

  test('loads a room of the console when it is opened: the first load reaches none but by its room.ts', () => {
    const reached = new Set<string>()
    const visit = (path: string): void => {
      if (reached.has(path)) return
      reached.add(path)
      const source = sources.find(one => one.path === path)
      for (const specifier of source ? staticImports(path) : []) visit(join(dirname(path), specifier))
    }
    visit(join('app', 'web', 'main.tsx'))
    expect(reached.size).toBeGreaterThan(40)
    const pages = [...reached].filter(path => /(Page|Dialog|Sheet|Menu|Popover)\.tsx$/.test(path) && !path.startsWith('kit'))
    // What is said where no page could be loaded, and who is asked to sign in.
    expect(pages.toSorted()).toEqual(['app/web/CrashPage.tsx', 'app/web/NotFoundPage.tsx', 'app/web/StartPage.tsx'])
    expect([...reached].filter(path => /kit\/web\/ui\/(overlay|table|form)\//.test(path))).toEqual([])
  })

  test('finds code by its noun: no utils, helpers, managers, services, and no barrels', () => {
    const wrong = sources.filter(s =>
      /(^|[-/\\.])(utils?|helpers?|managers?|services?|handlers?|misc|common|index)\.tsx?$/i.test(s.path),
    )
    expect(wrong.map(s => s.path)).toEqual([])
  })
})

function isForeign(source: Source, specifier: string): boolean {
  if (source.side === 'server') return /^(react|react-dom|react-aria|@tanstack)/.test(specifier)
  if (specifier.startsWith('node:')) return true
  return source.side === 'root' && /^(react|pg$|kysely|fastify|pg-boss)/.test(specifier)
}

/** Groups that reach each other (Tarjan): nobody in one can be understood, moved or tested alone. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = []
  const at = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const visit = (node: string): void => {
    at.set(node, at.size)
    low.set(node, at.get(node)!)
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!at.has(next)) visit(next)
      if (stack.includes(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!))
    }
    if (low.get(node) !== at.get(node)) return
    const circle = stack.splice(stack.indexOf(node))
    if (circle.length > 1) found.push(circle.toSorted())
  }
  for (const node of graph.keys()) if (!at.has(node)) visit(node)
  return found
}
