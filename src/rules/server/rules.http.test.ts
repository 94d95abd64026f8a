import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type TestApp, testApp, unique } from '../../../test/app.ts'
import { dana } from '../../../test/cast.ts'
import { answer, type Kelby, openKelby } from '../../../test/kelby.ts'
import type { RuleCondition } from '../condition.ts'
import { sweepSilence } from '../../alerts/server/raise/silence.ts'

let app: TestApp
let at: Kelby
beforeAll(async () => {
  app = await testApp()
  at = await openKelby(app)
})
afterAll(() => app.close())

/** Switches on one rule, and off again when the story is told. */
async function withRule(condition: RuleCondition, story: (rule: string) => Promise<void>) {
  const made = await app.call('POST', '/alert-rules', { name: `Rule ${unique()}`, survey: at.survey, when: { all: [condition] } })
  expect(made.body, made.text).toHaveProperty('id')
  await story(made.body.id)
  await app.call('DELETE', `/alert-rules/${made.body.id}`)
}

const from = (email: string) => ({ person: { email } })
const raised = async (answers: Record<string, unknown>, options: Record<string, unknown>) =>
  (await answer(app, at.survey, answers, options)).alertIds

describe('a series of measures', () => {
  const lowTwice = (per: 'person' | 'account' | 'unit'): RuleCondition => ({
    series: { question: 'stars', atMost: 2, count: 2, of: 3, per },
  })

  it('raises one alert when a customer is unhappy again, and the next only when that one is closed', async () => {
    await withRule(lowTwice('person'), async () => {
      expect(await raised({ stars: 2 }, from(dana.email))).toEqual([])
      expect(await raised({ stars: 5 }, from(dana.email))).toEqual([])
      expect(await raised({ stars: 1 }, from('someone.else@example.org'))).toEqual([])
      const [id] = await raised({ stars: 1 }, from(dana.email))
      expect(id).toBeDefined()
      expect(await raised({ stars: 1 }, from(dana.email))).toEqual([])
      await app.call('POST', `/alerts/${id}/contacts`, { how: 'call', note: 'Spoke with Dana.' })
      await app.call('POST', `/alerts/${id}/resolutions`, { outcome: 'explained' })
      expect(await raised({ stars: 1 }, from(dana.email))).toHaveLength(1)
    })
  })

  it('raises one alert also when both answers come at once', async () => {
    await withRule(lowTwice('person'), async () => {
      const email = `vera${unique()}@example.org`
      await raised({ stars: 1 }, from(email))
      const both = await Promise.all([raised({ stars: 1 }, from(email)), raised({ stars: 2 }, from(email))])
      expect(both.flat()).toHaveLength(1)
    })
  })

  it('counts the answers of an account together', async () => {
    const csv = 'email,kind,account\nada@acme.example,contact,acme\nbo@acme.example,contact,acme\n'
    await app.call('POST', '/people/import', csv)
    await withRule(lowTwice('account'), async () => {
      expect(await raised({ stars: 1 }, from('ada@acme.example'))).toEqual([])
      expect(await raised({ stars: 2 }, from('bo@acme.example'))).toHaveLength(1)
      expect(await raised({ stars: 2 }, from('ada@acme.example'))).toEqual([])
    })
  })

  it('counts the answers of a unit together, whoever gave them', async () => {
    await app.call('POST', '/units/import', 'unit,parent,name\nharbour,,Harbour\n')
    await withRule(lowTwice('unit'), async () => {
      expect(await raised({ stars: 1 }, { unit: 'harbour' })).toEqual([])
      expect(await raised({ stars: 1 }, { unit: 'harbour' })).toHaveLength(1)
    })
  })
})

describe('what a comment says', () => {
  const why = 'The fitter was rude and the kitchen is ruined. I will cancel my contract.'

  it('raises an alert though the score is high, and marks the words', async () => {
    await withRule({ comment: { question: 'why', negative: true } }, async () => {
      expect(await raised({ stars: 5, why: 'Friendly and quick, thank you!' }, from(dana.email))).toEqual([])
      const [id] = await raised({ stars: 5, why }, from(dana.email))
      const { body } = await app.call('GET', `/alerts/${id}`)
      const marked = body.voice[0].marks.map(({ start, end }: { start: number; end: number }) => why.slice(start, end))
      expect(marked).toContain('rude')
    })
  })

  it('hears a threat to leave, a phrase, a wish to be called', async () => {
    for (const comment of [{ leaving: true as const }, { phrases: ['is ruined'] }])
      await withRule({ comment }, async () => {
        expect(await raised({ stars: 4, why }, {})).toHaveLength(1)
        expect(await raised({ stars: 4, why: 'All good.' }, {})).toEqual([])
      })
    await withRule({ comment: { call: true } }, async () => {
      expect(await raised({ stars: 4, why: 'Please call me back about the invoice.' }, {})).toHaveLength(1)
      expect(await raised({ stars: 4, why }, {})).toEqual([])
    })
  })
})

describe('silence', () => {
  it('of a key contact raises one alert, at most one for each silence', async () => {
    const csv = 'email,kind,account\nkey@contact.example,contact,contact-ltd\n'
    await app.call('POST', '/people/import', csv)
    await answer(app, at.survey, { stars: 4 }, { ...from('key@contact.example'), respondedAt: '2026-01-05T10:00:00Z' })
    await withRule({ silence: { days: 90 } }, async rule => {
      const [org] = [app.orgId]
      await Promise.all([sweepSilence(app.database, org), sweepSilence(app.database, org)])
      await sweepSilence(app.database, org)
      const { body } = await app.call('GET', `/alerts?rule=${rule}`)
      expect(body.items).toHaveLength(1)
      expect(body.items[0]).toMatchObject({ person: { email: 'key@contact.example' }, responseId: null })
    })
  })
})

describe('a rule that cannot work is refused', () => {
  it.each<[RuleCondition, RegExp]>([
    [{ series: { question: 'why', atMost: 2, count: 2, of: 3, per: 'person' } }, /“why” has no scale/],
    [{ comment: { question: 'stars', negative: true } }, /“stars” is not answered in words/],
    [{ trend: { question: 'speed', direction: 'falling', minimum: 30 } }, /no question “speed”/],
  ])('%j', async (condition, words) => {
    const { status, text } = await app.call('POST', '/alert-rules', { name: 'No', survey: at.survey, when: { all: [condition] } })
    expect(status).toBe(400)
    expect(text).toMatch(words)
  })
})

describe('a rule is tried on the past', () => {
  const low: RuleCondition = { question: 'nps', atMost: 6 }

  async function replayed(rule: string, from = '2025-01-01', to = '2025-12-31') {
    const { body, status, text } = await app.call('POST', `/alert-rules/${rule}/replays`, { from, to })
    expect(status, text).toBe(201)
    return vi.waitFor(
      async () => {
        const reply = await app.call('GET', `/alert-rules/${rule}/replays/${body.id}`)
        expect(reply.body.state).toBe('done')
        return reply.body
      },
      { timeout: 15_000, interval: 30 },
    )
  }

  beforeAll(async () => {
    const days = ['2025-03-03', '2025-03-04', '2025-03-12']
    const csv = [
      'nps,unit,respondedAt,email',
      ...days.map((day, i) => `${i + 2},kelby,${day}T10:00:00Z,past@example.org`),
      '10,,2025-03-13T10:00:00Z,',
    ]
    const map = encodeURIComponent(JSON.stringify({ nps: 'nps', unit: 'unit', respondedAt: 'respondedAt', email: 'email' }))
    const { body } = await app.call('POST', `/surveys/${at.survey}/responses/import?map=${map}`, csv.join('\n'))
    expect(body).toMatchObject({ imported: 4 })
  })

  it('and tells how many alerts a week, and for whom', async () => {
    await withRule(low, async rule => {
      const { result, total, seen } = await replayed(rule)
      expect({ total, seen }).toEqual({ total: 4, seen: 4 })
      expect(result).toMatchObject({
        alerts: 3,
        weeks: [
          { from: '2025-03-03', n: 2 },
          { from: '2025-03-10', n: 1 },
        ],
        owners: [{ id: at.omar, n: 3 }],
        unowned: 0,
      })
    })
  })

  it('with what a series would have been on each day', async () => {
    await withRule({ series: { question: 'nps', atMost: 6, count: 2, of: 3, per: 'person' } }, async rule => {
      const { result } = await replayed(rule)
      expect(result.alerts).toBe(2)
    })
  })

  it('raises no alert', async () => {
    await withRule(low, async rule => {
      await replayed(rule)
      expect((await app.call('GET', `/alerts?rule=${rule}`)).body.items).toEqual([])
    })
  })

  it('refuses a period that ends before it begins, and to stop what is over', async () => {
    await withRule(low, async rule => {
      expect((await app.call('POST', `/alert-rules/${rule}/replays`, { from: '2025-02-01', to: '2025-01-01' })).status).toBe(400)
      const { id } = await replayed(rule)
      expect((await app.call('POST', `/alert-rules/${rule}/replays/${id}/cancellations`, {})).status).toBe(409)
    })
  })
})

describe('an alert finds who is there', () => {
  const routed = (route: unknown[], story: (rule: string) => Promise<void>) =>
    withRule({ question: 'stars', atMost: 2 }, async rule => {
      expect((await app.call('PATCH', `/alert-rules/${rule}`, { route })).status).toBe(200)
      await story(rule)
    })
  const ownerOf = async (id: string | undefined) => (await app.call('GET', `/alerts/${id}`)).body

  it('a delegate while the manager is away, told in words', async () => {
    const [from, to] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 86_400_000)]
    const absence = { from: from.toISOString(), to: to.toISOString(), delegate: at.mira }
    const made = await app.call('POST', `/people/${at.omar}/absences`, absence)
    expect(made.status, made.text).toBe(201)
    await routed([{ to: 'unit-manager' }], async () => {
      const [id] = await raised({ stars: 1 }, { unit: 'kelby' })
      const alert = await ownerOf(id)
      expect(alert.owner.id).toBe(at.mira)
      expect(alert.path).toEqual([
        'Omar Haddad, manager of Kelby',
        expect.stringMatching(/^Omar Haddad is away until \d+ \w+ \d{4}$/),
        'Mira Lindqvist stands in',
      ])
    })
    await app.call('DELETE', `/absences/${made.body.id}`)
  })

  it('each of a team in turn, also when many come at once', async () => {
    const team = await app.call('POST', '/teams', { name: 'Care', people: [at.omar, at.mira] })
    expect(team.status, team.text).toBe(201)
    await routed([{ to: 'team', team: 'care' }], async () => {
      const ids = await Promise.all(Array.from({ length: 6 }, () => raised({ stars: 1 }, { unit: 'kelby' })))
      const owners = await Promise.all(ids.map(async ([id]) => (await ownerOf(id)).owner.id))
      expect(owners.filter(id => id === at.omar)).toHaveLength(3)
      expect(owners.filter(id => id === at.mira)).toHaveLength(3)
    })
  })

  it('and a route to a team that is not there is refused', async () => {
    await withRule({ question: 'stars', atMost: 2 }, async rule => {
      const { status, text } = await app.call('PATCH', `/alert-rules/${rule}`, { route: [{ to: 'team', team: 'Nobodies' }] })
      expect(status).toBe(400)
      expect(text).toContain('There is no team “Nobodies”.')
    })
  })
})

describe('no alert is without an owner', () => {
  it('and where one would fall to the organisation’s owner, the check says so until it is mended', async () => {
    await app.call('POST', '/units/import', 'unit,parent,name\nisland,,Island\n')
    await withRule({ question: 'stars', atMost: 2 }, async rule => {
      const gaps = async () =>
        (await app.call('GET', '/alert-rules/gaps')).body.items.filter(
          (gap: { rule: { id: string }; unit: { key: string } }) => gap.rule.id === rule && gap.unit.key === 'island',
        )
      await vi.waitFor(async () => expect(await gaps()).toHaveLength(1), { timeout: 15_000, interval: 30 })
      expect((await gaps())[0].path).toEqual([
        'Island has no manager',
        'Olga Owner, owner of the organisation, because nobody else is there',
      ])
      await app.call('POST', '/people/import', 'email,name,unit,role\nisla@northwind.example,Isla Manager,island,manager\n')
      await vi.waitFor(async () => expect(await gaps()).toEqual([]), { timeout: 15_000, interval: 30 })
    })
  })
})
