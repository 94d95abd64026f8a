import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { slaPreview } from './slaPreview.ts'

interface Case {
  id: string
  title: string
  expect: { as_of: string; metric: string; [what: string]: unknown }[]
}

const file = resolve(import.meta.dirname, '../../../shared/data/sla/cases.json')
const { calendars, cases } = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { calendars: object; cases: Case[] })
  : { calendars: {}, cases: [] }

describe('the worked cases of the shared data', () => {
  if (cases.length === 0) it.skip('are skipped: ../shared/data/sla/cases.json is not here')

  for (const story of cases) {
    it(`${story.id}: ${story.title}`, () => {
      for (const { as_of, metric, ...expected } of story.expect) {
        const told = slaPreview({ calendars, case: story, as_of }) as unknown as Record<string, object>
        expect(told[metric], `${metric} at ${as_of}`).toMatchObject(expected)
      }
    })
  }
})
