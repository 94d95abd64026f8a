import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { SurveyDetail } from '../../contract.ts'
import { questionnaireFromTemplate } from '../../template.ts'
import { templates } from '../../templates.ts'
import { changeQuestion, type EditableSurvey } from './edits.ts'
import { type DraftCalls, openDraft } from './draftSession.ts'
import { rebase } from './rebase.ts'

const draft = questionnaireFromTemplate(templates[1]!)
const whole = (change: Partial<SurveyDetail> = {}) => ({ id: 'a', name: 'Visit', draft, revision: 1, ...change }) as SurveyDetail
const base: EditableSurvey = { ...draft, name: 'Visit' }
const worded = (id: string, prompt: string) => (now: EditableSurvey) => changeQuestion(now, id, one => ({ ...one, prompt }))

class Conflict extends Error {}

/** A server with one survey, which a colleague may change as well. */
function server(start = whole()) {
  let now = start
  const calls: DraftCalls = {
    save: async (changes, revision) => {
      if (revision !== now.revision) throw new Conflict()
      const { name = now.name, ...fields } = changes
      now = { ...now, name, draft: { ...now.draft, ...fields }, revision: revision + 1 }
      return { revision: now.revision }
    },
    load: async () => now,
    isConflict: error => error instanceof Conflict,
  }
  const colleague = (change: (draft: EditableSurvey) => EditableSurvey) => {
    const { name, ...draft } = change({ ...now.draft, name: now.name })
    now = { ...now, name, draft, revision: now.revision + 1 }
  }
  return { calls, colleague, now: () => now }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('saves only what changed, a moment after typing ends', async () => {
  const { calls, now } = server()
  const save = vi.spyOn(calls, 'save')
  const session = openDraft(whole(), calls)
  session.edit(worded('stars', 'How'), 'stars')
  session.edit(worded('stars', 'How was it?'), 'stars')
  expect(session.snapshot().saved).toBe('waiting')
  await vi.advanceTimersByTimeAsync(1000)
  expect(session.snapshot().saved).toBe('saved')
  expect(save).toHaveBeenCalledTimes(1)
  expect(Object.keys(save.mock.calls[0]![0])).toEqual(['questions'])
  expect(now().draft.questions[0]!.prompt).toBe('How was it?')
})

it('takes typing in one field back in one step', () => {
  const session = openDraft(whole(), server().calls)
  session.edit(worded('stars', 'H'), 'stars')
  session.edit(worded('stars', 'Ho'), 'stars')
  session.edit(now => ({ ...now, title: 'Another' }), 'title')
  session.undo()
  expect(session.snapshot().draft.title).toBe(draft.title)
  session.undo()
  expect(session.snapshot().draft).toEqual(base)
  expect(session.snapshot().canUndo).toBe(false)
  session.redo()
  expect(session.snapshot().draft.questions[0]!.prompt).toBe('Ho')
})

it('brings two colleagues together who change different questions', async () => {
  const { calls, colleague, now } = server()
  const session = openDraft(whole(), calls)
  colleague(worded('comment', 'Mira asks why'))
  session.edit(worded('stars', 'Omar asks how'))
  await vi.advanceTimersByTimeAsync(3000)
  expect(session.snapshot().saved).toBe('saved')
  expect(
    now()
      .draft.questions.map(({ prompt }) => prompt)
      .slice(0, 3),
  ).toEqual(['Omar asks how', 'What was it about?', 'Mira asks why'])
})

it.each([
  ['mine', 'Omar asks how'],
  ['theirs', 'Mira asks how'],
] as const)('asks which one holds when both changed the same question: %s', async (keep, prompt) => {
  const { calls, colleague, now } = server()
  const session = openDraft(whole(), calls)
  colleague(worded('stars', 'Mira asks how'))
  session.edit(worded('stars', 'Omar asks how'))
  await vi.advanceTimersByTimeAsync(3000)
  expect(session.snapshot()).toMatchObject({ saved: 'conflict', clashes: ['questions'] })
  expect(now().draft.questions[0]!.prompt).toBe('Mira asks how')
  session.settle(keep)
  await vi.advanceTimersByTimeAsync(3000)
  expect(session.snapshot().saved).toBe('saved')
  expect(now().draft.questions[0]!.prompt).toBe(prompt)
})

it('shows a colleague’s change at once where nothing waits here', async () => {
  const { calls, colleague, now } = server()
  const session = openDraft(whole(), calls)
  colleague(worded('stars', 'Mira asks how'))
  session.heard(now())
  expect(session.snapshot().draft.questions[0]!.prompt).toBe('Mira asks how')
  expect(session.snapshot().saved).toBe('saved')
})

it('keeps trying while the server cannot be reached', async () => {
  const { calls, now } = server()
  const session = openDraft(whole(), {
    ...calls,
    save: vi.fn().mockRejectedValueOnce(new Error('offline')).mockImplementation(calls.save),
  })
  session.edit(worded('stars', 'How was it?'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(session.snapshot().saved).toBe('failed')
  await vi.advanceTimersByTimeAsync(6000)
  expect(session.snapshot().saved).toBe('saved')
  expect(now().draft.questions[0]!.prompt).toBe('How was it?')
})

it('keeps a question that a colleague added while another one was moved here', () => {
  const added = { ...draft.questions[0]!, id: 'fresh' }
  const theirs = { ...base, questions: [...base.questions, added] }
  const mine = { ...base, questions: [...base.questions].reverse() }
  const { draft: merged, clashes } = rebase(base, mine, theirs)
  expect(clashes).toEqual([])
  expect(merged.questions.map(({ id }) => id)).toEqual(['call', 'comment', 'about', 'stars', 'fresh'])
})

it('finds no difference in keys that come in another order', () => {
  const turned = { ...base, brand: { logo: '/l.png', colour: '#0a6375' } }
  expect(rebase({ ...base, brand: { colour: '#0a6375', logo: '/l.png' } }, turned, base).draft.brand).toEqual({})
})
