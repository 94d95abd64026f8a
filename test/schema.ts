import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Server15 } from './server15.ts'

/** The schema as `pg_dump` tells it, without what differs from run to run. */
export function dumpSchema(server: Server15, database = 'postgres'): string {
  const flags = [
    '--schema-only',
    '--no-owner',
    '--no-privileges',
    '--schema=public',
    '-h',
    '127.0.0.1',
    '-p',
    String(server.port),
    '-U',
    'postgres',
  ]
  const dump = execFileSync(join(server.bin, 'pg_dump'), [...flags, database], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return dump
    .split('\n')
    .filter(line => !/^(--|SET |SELECT pg_catalog|\\(un)?restrict)/.test(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimStart()
}
