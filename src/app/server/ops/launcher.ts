import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * The npm that started us, if one did. It puts a shell between, and that shell keeps SIGTERM to itself: whoever stops
 * `npm start` means us, so we look whether it is still there.
 */
export function findLauncher(): number | undefined {
  if (!process.env['npm_lifecycle_event'] || process.platform === 'win32') return undefined
  let pid = process.ppid
  for (let step = 0; step < 3; step++) {
    const found = describe(pid)
    if (!found) break
    if (/npm|yarn/.test(found.command)) return pid
    pid = found.parent
  }
  return process.ppid
}

export function isAlive(pid: number): boolean {
  const found = describe(pid)
  return found !== undefined && !found.state.startsWith('Z')
}

function describe(pid: number): { parent: number; state: string; command: string } | undefined {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
}

function fromProc(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { parent: Number(parent), state, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }
  } catch {
    return undefined
  }
}

function fromPs(pid: number) {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,stat=,args=', '-p', String(pid)], { encoding: 'utf8' })
  const [, parent = '', state = '', command = ''] = /^\s*(\d+)\s+(\S+)\s+(.*)/.exec(stdout) ?? []
  return parent ? { parent: Number(parent), state, command } : undefined
}
