import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Running, startProduct } from './product.ts'

// What an operator's stories share: folders and products that go when a story ends, and the first words to a product.

/** Takes back, last first, what a story put there. */
export class Undo {
  readonly #steps: (() => unknown)[] = []

  add(step: () => unknown): void {
    this.#steps.push(step)
  }

  async all(): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) await step()
  }

  folder(): string {
    const made = mkdtempSync(join(tmpdir(), 'fullcircle-ops-'))
    this.add(() => rmSync(made, { recursive: true, force: true }))
    return made
  }

  async start(env: Record<string, string>): Promise<Running> {
    const running = await startProduct(env)
    this.add(() => (isOver(running.process) ? undefined : running.stop()))
    return running
  }
}

const isOver = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

/** How a child ended; `stop` may be back a moment before we are told. */
export async function exitOf(child: ChildProcess): Promise<number | null> {
  if (!isOver(child)) await once(child, 'exit')
  return child.exitCode
}

/** `kill -9`, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await exitOf(child)
}

export async function query(connection: pg.ClientConfig, text: string, values: unknown[] = []) {
  const client = new pg.Client(connection)
  await client.connect()
  return client.query(text, values).finally(() => client.end())
}

export const makeProbe = 'create table if not exists probe (n int primary key, text text); truncate probe'
export const countProbe = 'select count(*)::int n, coalesce(max(n), 0) last from probe'

const owner = { org: 'Northwind Water', name: 'Olga Owner', email: 'olga@northwind.example', password: 'correct horse battery' }

export const setUp = (url: string) =>
  fetch(`${url}/api/v1/setup`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(owner) })

/** The key of the owner of an installation that was just set up. */
export const firstKey = async (url: string) => ((await (await setUp(url)).json()) as { apiKey: string }).apiKey

/** Uploads a text and says where it can be read again. */
export async function upload(url: string, apiKey: string, text: string): Promise<string> {
  const body = new FormData()
  body.set('file', new Blob([text]), 'note.txt')
  const reply = await fetch(`${url}/api/v1/files`, { method: 'POST', headers: { authorization: `Bearer ${apiKey}` }, body })
  return `${url}/api/v1/files/${((await reply.json()) as { id: string }).id}`
}

export const download = async (file: string, apiKey: string) =>
  (await fetch(file, { headers: { authorization: `Bearer ${apiKey}` } })).text()
