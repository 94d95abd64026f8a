import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where this run keeps the data folder that is copied; empty until somebody asks for a copy. */
    prepared: string
  }
}

export default function setUp(project: TestProject): () => void {
  const dir = mkdtempSync(join(tmpdir(), 'fullcircle-prepared-'))
  project.provide('prepared', dir)
  return () => rmSync(dir, { recursive: true, force: true })
}
