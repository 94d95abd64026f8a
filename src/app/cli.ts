import { OperatorError } from '../kit/server/operator-error.ts'

type Command = (args: string[]) => Promise<void>

/** Every command and where it lives; loaded when called, so that a preview starts in no time. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./server/main.ts')).start,
  stop: async () => (await import('./server/ops/commands.ts')).stop,
  doctor: async () => (await import('./server/ops/commands.ts')).doctor,
  backup: async () => (await import('./server/ops/commands.ts')).backup,
  restore: async () => (await import('./server/ops/commands.ts')).restore,
  'verify-log': async () => (await import('./server/ops/commands.ts')).verifyLog,
  metrics: async () => (await import('../responses/server/preview.ts')).metrics,
}

const [name = '', ...args] = process.argv.slice(2)
const load = commands[name]
if (!load) {
  console.error(`There is no command “${name}”. Commands: ${Object.keys(commands).join(', ')}.`)
  process.exit(2)
}
try {
  await (await load())(args)
} catch (error) {
  // One clear line for what the operator can mend; the whole story for what is our fault.
  console.error(error instanceof OperatorError ? error.message : error)
  process.exit(1)
}
