/** What the machine, the network or the database answered, as far as an error carries it. */
interface Refusal {
  code?: unknown
  syscall?: string
  address?: string
  hostname?: string
  port?: number
  path?: string
  message: string
  cause?: unknown
}

type Setting = 'HOST' | 'PORT' | 'DATABASE_URL'
type AddressSettings = Partial<Record<Setting, string>>

/**
 * What stands in the way of a command and only the operator can mend, as one line; undefined for what is our own fault. Told by the error
 * alone: whoever connects, listens or writes need not know who reads it.
 */
export function systemErrorWords(error: unknown, env: AddressSettings = process.env): string | undefined {
  const refusal = error as Refusal
  return (
    listening(refusal, env) ??
    writing(refusal) ??
    connecting(refusal, env) ??
    (refusal?.cause ? systemErrorWords(refusal.cause, env) : undefined)
  )
}

function listening({ code, syscall, address, hostname, port }: Refusal, { HOST, PORT }: AddressSettings): string | undefined {
  if (syscall === 'listen' && code === 'EACCES') return `Port ${port ?? PORT} is for root only. Set PORT to one above 1023.`
  const host = syscall === 'listen' ? address : syscall === 'getaddrinfo' && hostname === HOST ? hostname : undefined
  return host === undefined
    ? undefined
    : `HOST ${host} is no address of this machine (${code}). Set it to localhost, 0.0.0.0 or ::.`
}

const files: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOTDIR: 'a part of it is a file, not a folder',
  EROFS: 'it can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of this user is used up',
}

function writing({ code, path }: Refusal): string | undefined {
  const why = path === undefined ? undefined : files[String(code)]
  return why && `${path} cannot be written: ${why}. Mend that, or set DATA_DIR to another folder.`
}

const unreachable = ['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE']

function connecting({ code, message }: Refusal, { DATABASE_URL }: AddressSettings): string | undefined {
  if (!DATABASE_URL) return undefined
  const state = String(code)
  const said = `The database of DATABASE_URL refuses: ${message}.`
  // 28 who are you, 3D which database, 08 and 53 connections
  if (unreachable.includes(state) || /connection (timeout|terminated)|timeout expired/i.test(message))
    return `The server of DATABASE_URL does not answer: ${message || state}. Check its address, and that it runs.`
  if (/^(28|3D)/.test(state)) return `${said} Check user, password and name in DATABASE_URL.`
  if (/^(08|53|57P)/.test(state)) return `${said} Try again when it has room, or raise what it allows.`
  if (state === '42501')
    return `${said} Its user must own the database and may create roles: see “A server of your own” in docs/operating.md.`
  return undefined
}
