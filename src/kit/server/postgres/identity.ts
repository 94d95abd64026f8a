import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { chownSync, lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from '../operator-error.ts'

/** As whom PostgreSQL runs: it refuses to be root. */
export interface OsIdentity {
  name: string
  /** Who must own the data; undefined: whoever we are. */
  owner: { uid: number; gid: number } | undefined
  command(file: string, args: readonly string[]): { file: string; args: string[]; options: SpawnOptions }
}

export function run(as: OsIdentity, file: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const c = as.command(file, args)
  return spawn(c.file, c.args, { cwd: '/', env: plainEnvironment(), ...options, ...c.options })
}

export function runToEnd(as: OsIdentity, file: string, args: readonly string[]) {
  const c = as.command(file, args)
  const end = spawnSync(c.file, c.args, { cwd: '/', env: plainEnvironment(), ...c.options, encoding: 'utf8' })
  return { ok: end.status === 0, output: `${end.stdout ?? ''}${end.stderr ?? ''}${end.error?.message ?? ''}`.trim() }
}

/** Settings such as PGDATA or LC_ALL of the person who starts us must not change our database. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SYSTEMROOT, TEMP, TMPDIR } = process.env
  return { PATH, SYSTEMROOT, TEMP, TMPDIR, LC_ALL: 'C', TZ: 'UTC' }
}

/** The first identity that can really run the binary and write into the folder: tried, not guessed. */
export function chooseIdentity(postgres: string, folder: string): OsIdentity {
  if (process.getuid?.() !== 0) return ourselves
  const failures: string[] = []
  for (const candidate of identitiesForRoot()) {
    const problem = tryOut(candidate, postgres, folder)
    if (!problem) return candidate
    failures.push(`${candidate.name}: ${problem}`)
  }
  throw new OperatorError(
    `PostgreSQL does not run as root, and no other user can reach ${postgres} and ${folder} (${failures.join('; ')}). Start as an ordinary user, or put both where others may enter, such as /srv.`,
  )
}

function tryOut(as: OsIdentity, postgres: string, folder: string) {
  if (as.owner) chownSync(folder, as.owner.uid, as.owner.gid)
  const tried = runToEnd(as, '/bin/sh', ['-c', 'cd "$0" && : > .probe && exec "$1" --version', folder, postgres])
  rmSync(join(folder, '.probe'), { force: true })
  // It answers, but complains, where it cannot find its own libraries and programs.
  return tried.ok && !/denied/i.test(tried.output) ? undefined : (tried.output.split('\n').at(-1) ?? 'no answer')
}

const ourselves: OsIdentity = {
  name: 'the same user',
  owner: undefined,
  command: (file, args) => ({ file, args: [...args], options: {} }),
}

function identitiesForRoot(): OsIdentity[] {
  const uid = idOf('-u') ?? 65534
  const gid = idOf('-g') ?? 65534
  return [
    { name: `user ${uid}`, owner: { uid, gid }, command: (file, args) => ({ file, args: [...args], options: { uid, gid } }) },
    // Below a folder that only root may enter (/root): the same user, with the one capability to pass through.
    {
      name: 'setpriv',
      owner: { uid, gid },
      command: wrapped('setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...passThrough),
    },
    // Where that capability is withheld: a user namespace in which root is called something else.
    {
      name: 'user namespace',
      owner: { uid: 0, gid: 0 },
      command: wrapped('unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`),
    },
  ]
}

// The last flag: access(2) forgets capabilities without it, and PostgreSQL asks access(2) about its own files.
const passThrough = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup']

function wrapped(tool: string, ...flags: string[]): OsIdentity['command'] {
  return (file, args) => ({ file: tool, args: [...flags, '--', file, ...args], options: {} })
}

function idOf(flag: '-u' | '-g') {
  const answer = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  return answer.status === 0 ? Number(answer.stdout) : undefined
}

/** PostgreSQL insists on owning its data: after a restore, or a move between users, it may not. */
export function takeOwnership(as: OsIdentity, folder: string) {
  if (!as.owner || lstatSync(folder).uid === as.owner.uid) return
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) own(as.owner, join(folder, entry))
  // The folder itself last: an interrupted change of owner begins again.
  own(as.owner, folder)
}

function own(owner: { uid: number; gid: number }, path: string) {
  if (!lstatSync(path).isSymbolicLink()) chownSync(path, owner.uid, owner.gid)
}
