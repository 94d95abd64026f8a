import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelledComments, trial } from '../../test/commentTrial.ts'
import { intentionSets } from '../../test/intentions/sets.ts'
import { untaught } from '../../test/untaught.ts'
import { callsIn, leavingIn } from './intent/intentions.ts'
import { languageOf } from './language.ts'
import { learn } from './learn.ts'
import { fromBytes, toBytes } from './learned.ts'
import { readComment } from './reading.ts'

const read = (text: string) => readComment(untaught, text)

describe('what a comment says before anything was taught', () => {
  it.each([
    ['Lovely staff, thank you so much!', false],
    ['The nurse was not helpful.', true],
    ['Not bad at all.', false],
    ['Staff were nice but I waited four hours and nobody told me anything.', true],
    ['No complaints.', false],
    ['Could not fault it.', false],
    ['Absolutely appalling, never again.', true],
    ['Nothing was too much trouble.', false],
    ['The van was damaged and the driver shouted at us.', true],
    ['You ruined my weekend.', true],
    ['Das war gar nicht freundlich.', true],
    ['Sehr freundlich und kompetent, vielen Dank!', false],
    ['Leider kam niemand zum vereinbarten Termin.', true],
    ['خدمة ممتازة والموظفون لطفاء جدا', false],
    ['انتظرت طويلا ولم يرد احد', true],
    ['10', false],
    ['', false],
  ])('%s', (text, negative) => expect(read(text).negative).toBe(negative))

  it('marks the words of praise, of complaint and what turned them', () => {
    const text = 'Friendly driver, but the van was not clean.'
    const marks = read(text).evidence.filter(({ kind }) => kind !== 'theme')
    expect(marks.map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
      ['Friendly', 'praise'],
      ['not clean', 'complaint'],
    ])
    expect(marks[1]!.why).toBe('complaint, turned by “not”')
  })

  it('stays within the text whatever it is, and answers quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), text => {
        const { evidence, sentiment } = read(text)
        expect(Math.abs(sentiment)).toBeLessThanOrEqual(1)
        for (const { start, end } of evidence) expect(0 <= start && start < end && end <= text.length).toBe(true)
      }),
      { numRuns: 300 },
    )
    for (const nasty of [
      'not '.repeat(1250),
      'cancel my '.repeat(500),
      '"'.repeat(5000),
      'call me '.repeat(620),
      'a'.repeat(5000),
    ]) {
      const before = performance.now()
      read(nasty)
      expect(performance.now() - before).toBeLessThan(1_000)
    }
  })
})

describe('the language of a comment', () => {
  it.each([
    ['en', 'The nurse was kind and I did not have to wait.'],
    ['de', 'Die Wartezeit war viel zu lang und niemand hat sich gemeldet.'],
    ['ar', 'كان الانتظار طويلا جدا'],
    ['fr', 'Le personnel est très aimable mais nous avons attendu longtemps.'],
    ['es', 'El personal fue muy amable pero tuvimos que esperar mucho.'],
    ['it', 'Il personale è molto gentile ma abbiamo aspettato troppo.'],
    ['nl', 'Het personeel was heel vriendelijk maar we moesten lang wachten.'],
    ['pt', 'O atendimento foi muito bom, mas não gostei da demora.'],
    ['pl', 'Bardzo długo czekałem i nikt mi nie pomógł.'],
    ['tr', 'Personel çok iyi ama bekleme süresi uzun.'],
    ['ru', 'Очень долго ждали.'],
    ['ja', 'スタッフはとても親切でした。'],
    ['zh', '等了很久'],
    ['en', 'Great service'],
    ['de', 'Sehr gut'],
    ['es', 'Voy a cancelar mi contrato.'],
    ['es', 'Por favor, llámenme.'],
    ['it', 'Ottimo servizio'],
    ['pt', 'Péssimo atendimento'],
    ['fr', 'Je vais changer de fournisseur.'],
    ['en', 'Dr. Lloyd did me a favor'],
  ])('%s: %s', (language, text) => expect(languageOf(text)).toBe(language))

  it('is that of the page where the words do not tell', () => {
    expect(languageOf('Ok', 'de')).toBe('de')
    expect(languageOf('10/10', 'ar')).toBe('ar')
  })
})

describe('threats and requests', () => {
  it.each(intentionSets())('are believed when they are meant: $what, $set', ({ sentences, precision, recall }) => {
    expect(sentences).toBeGreaterThanOrEqual(40)
    expect(precision).toBeGreaterThanOrEqual(0.8)
    expect(recall).toBeGreaterThanOrEqual(0.6)
  })

  // How people write of money and of wards: nothing here is a threat to us, or asks for a call.
  it.each([
    'Last time I called I had to give up after fifty minutes.',
    'I can only explore new treatments, or wait.',
    'I am officially no longer overdue.',
    'Thank you for taking the time to look into this.',
    'The clinic arranged for my doctor to contact me the next day.',
    'First time I have needed to ring 111 - no complaints.',
    'They somehow got my number and call me every morning.',
    'They refused to talk to me.',
    'Call back quicker.',
  ])('are not heard in: %s', text => {
    expect([...leavingIn(text), ...callsIn(text)]).toEqual([])
  })
})

it('reads five thousand characters of hostile words in a moment', () => {
  for (const words of ['if i had would ', 'never be ever be again ', 'please call ', 'next time other ', '“call me ']) {
    const started = performance.now()
    read(words.repeat(400).slice(0, 5_000))
    expect(performance.now() - started, words).toBeLessThan(1_000)
  }
})

describe('what was taught', () => {
  const examples = Array.from({ length: 80 }, (_, i) => ({
    text: `${i % 2 ? 'Grumsy' : 'Splendid'} day at counter ${i % 7}`,
    negative: i % 2 === 1,
    themes: [i % 7 < 3 ? 'early' : 'late'],
  }))

  it('gives the same rules every time, also when they were kept in between', () => {
    const one = toBytes(learn(examples))
    expect(toBytes(learn(examples))).toEqual(one)
    expect(toBytes(fromBytes(one)!)).toEqual(one)
  })

  it('is not carried away by a first pick', () => {
    const text = 'You took 120 pounds and nobody can say why.'
    const model = { ...untaught, learned: learn([{ text, negative: false, themes: ['money'] }]) }
    expect(readComment(model, 'The driver was rude.').negative).toBe(true)
    const often = Array.from({ length: 30 }, (_, i) => ({ text: `Parking ${i} was full`, negative: true, themes: ['early'] }))
    const oneSided = { ...untaught, themes: [{ id: 'early', name: 'Early', seed: null }], learned: learn(often) }
    expect(readComment(oneSided, 'Lovely people')).toMatchObject({ negative: false, themes: [] })
  })

  it('decides about words that nobody knew before', () => {
    const model = { ...untaught, learned: fromBytes(toBytes(learn(examples))) }
    expect(readComment(model, 'grumsy').negative).toBe(true)
    expect(readComment(model, 'splendid').negative).toBe(false)
  })
})

const labelled = labelledComments()
if (!labelled) console.log('Reading of labelled comments: skipped, ../shared/data is not here.')

it.skipIf(!labelled)('finds the complaints among labelled comments, before and after teaching', () => {
  const some = labelled!.filter((_, i) => i % 2 === 0)
  expect(trial(labelled!, 0, 2).negative).toBeGreaterThanOrEqual(0.6)
  const taught = trial(some, 500, 3)
  expect(taught.negative).toBeGreaterThanOrEqual(0.7)
  expect(taught.themes).toBeGreaterThanOrEqual(0.5)
})
