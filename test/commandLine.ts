import { execFile } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

export interface Ended {
  code: number
  out: string
  err: string
}

/** The real command line, in a process of its own. */
export function fullcircle(args: string[], env: Record<string, string> = {}, input?: string): Promise<Ended> {
  return new Promise(resolve => {
    const all = { ...process.env, LOG_LEVEL: 'warn', ...env }
    const child = execFile(process.execPath, ['src/app/cli.ts', ...args], { cwd: root, env: all }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
    if (input !== undefined) child.stdin!.end(input)
  })
}
