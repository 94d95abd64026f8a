import { describe, expect, it } from 'vitest'
import { detectLanguage } from './language.ts'

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
  ])('%s: %s', (language, text) => expect(detectLanguage(text)).toBe(language))

  it('is that of the page where the words do not tell', () => {
    expect(detectLanguage('Ok', 'de')).toBe('de')
    expect(detectLanguage('10/10', 'ar')).toBe('ar')
  })
})
