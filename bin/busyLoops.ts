import { type ChildProcess, spawn } from 'node:child_process'

// Each looks up now and then whether whoever started it still lives: so it ends however that one ended.
const spin = `const parent = process.ppid
while (process.ppid === parent) for (const until = Date.now() + 200; Date.now() < until; );`

/** Keeps as many processors busy, as a machine with other work on it does, until this process ends or `stop` is called. */
export function startBusyLoops(number: number): { stop(): void } {
  const loops: ChildProcess[] = Array.from({ length: number }, () => spawn(process.execPath, ['-e', spin], { stdio: 'ignore' }))
  const stop = () => loops.forEach(loop => loop.kill('SIGKILL'))
  process.once('exit', stop)
  return { stop }
}
