import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { OperatorError } from '../kit/server/operator-error.ts'
import { helpOf, helpOfAll } from './usage.ts'

type Command = (args: string[]) => Promise<void>

/** Every command and where it lives; loaded when called, so that a preview starts in no time. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./server/ops/start.ts')).start,
  stop: async () => (await import('./server/ops/commands.ts')).stop,
  doctor: async () => (await import('./server/ops/commands.ts')).doctor,
  backup: async () => (await import('./server/ops/commands.ts')).backup,
  restore: async () => (await import('./server/ops/commands.ts')).restore,
  export: async () => (await import('./server/ops/transfer/dataCommands.ts')).exportData,
  import: async () => (await import('./server/ops/transfer/dataCommands.ts')).importData,
  'verify-log': async () => (await import('./server/ops/commands.ts')).verifyLog,
  metrics: async () => (await import('../metrics/server/metricsPreviewCommand.ts')).metricsPreviewCommand,
  sla: async () => (await import('../sla/server/slaPreviewCommand.ts')).slaPreviewCommand,
}

// What was compiled once need not be the next time. Where nothing can be written, it is.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/fullcircle'))

const [name = '', ...args] = process.argv.slice(2)
const asksForHelp = (word: string | undefined) => word === '--help' || word === '-h'
if (asksForHelp(name) || name === 'help') {
  console.log(helpOfAll())
  process.exit(0)
}
const load = commands[name]
if (!load) {
  console.error(`${name ? `There is no command “${name}”` : 'Say a command'}. Commands: ${Object.keys(commands).join(', ')}.`)
  process.exit(2)
}
if (args.some(asksForHelp)) {
  console.log(helpOf(name))
  process.exit(0)
}
try {
  await (await load())(args)
} catch (error) {
  const misread = wronglyTyped(error)
  // One clear line for what the operator can mend; the whole story for what is our fault.
  console.error(misread ?? (isTold(error) ? error.message : await refusedBy(error)))
  process.exit(misread ? 2 : 1)
}

/** What was typed wrong, when that is what went wrong. */
function wronglyTyped(error: unknown): string | undefined {
  const { code, message } = error as { code?: unknown; message?: string }
  if (typeof code !== 'string' || !code.startsWith('ERR_PARSE_ARGS')) return undefined
  // Node's first sentence names the option; the others explain how to write an odd one.
  return `${message!.split(/\.\s|\n/)[0]!.replace(/\.$/, '')}. See: fullcircle ${name} --help`
}

/** What a machine or a database refused, in words where there are some. */
async function refusedBy(error: unknown): Promise<unknown> {
  const { systemErrorWords } = await import('./server/ops/systemErrorWords.ts')
  return systemErrorWords(error) ?? error
}

// A refusal of the product has its own words too (AppError); known by name, so that a preview need not load more.
function isTold(error: unknown): error is Error {
  return error instanceof OperatorError || (error instanceof Error && error.name === 'AppError')
}
