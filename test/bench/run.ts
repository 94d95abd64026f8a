// `npm run bench -- NAME`: measures one thing on this machine and keeps the figures in docs/benchmarks.md.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'

export interface Bench {
  /** Runs it and returns what to write down (Markdown). Throws when a promised limit is missed. */
  run(): Promise<{ report: string; missed: string[] }>
}

const names = readdirSync(import.meta.dirname)
  .map(file => /^(\w+)Bench\.ts$/.exec(file)?.[1])
  .filter(name => name !== undefined)
  // alertLatencyBench.ts is `alert-latency`.
  .map(name => name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`))
const [name] = process.argv.slice(2)
if (!name || !names.includes(name)) {
  console.error(`Say which: npm run bench -- ${names.join(' | ')}`)
  process.exit(2)
}
const { bench } = (await import(`./${name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Bench.ts`)) as {
  bench: Bench
}
const { report, missed } = await bench.run()
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
const section = `## ${name}\n\n${new Date().toISOString().slice(0, 10)}, ${machine}\n\n${report.trim()}\n`
console.log(`\n${section}`)
writeFileSync(file(), withSection(existsSync(file()) ? readFileSync(file(), 'utf8') : '# Benchmarks\n', name, section))
for (const one of missed) console.error(`Missed: ${one}`)
process.exit(missed.length ? 1 : 0)

function file(): string {
  return join(import.meta.dirname, '../../docs/benchmarks.md')
}

function withSection(text: string, heading: string, section: string): string {
  const parts = text.split(/(?=^## )/m).filter(part => !part.startsWith(`## ${heading}\n`))
  return [...parts.map(part => part.trimEnd()), section.trimEnd()].join('\n\n') + '\n'
}
