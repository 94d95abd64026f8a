// @words everybody
import { firstName } from '../../people/firstName.ts'
import { record } from '../../activity/server/record.ts'
import { accountSettings } from '../../accounts/server/accountSettings.ts'
import { badInput } from '../../kit/errors.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { post } from '../../kit/server/outbox.ts'
import { translator } from '../../kit/translator.ts'
import { brandOf } from '../../mail/render.ts'
import { readOrg } from '../../mail/server/carryStore.ts'
import { readOwnOrganisation } from '../../surveys/server/publicOrganisation.ts'
import { type Decision, createInvitationDecider, holdReasonWords } from '../../sending/server/invite/decideInvitation.ts'
import { type Recipient, lockRecipients } from '../../sending/server/invite/invitationStore.ts'
import { addressOfUser } from '../../sending/server/preview/recipientStore.ts'
import { frequencyOf, readRules } from '../../sending/server/store/sendingRuleStore.ts'
import { noMailToken } from '../../sending/server/invite/token.ts'
import { fixMail } from '../fixMail.ts'
import { baseLanguage, type ChosenWords, type TextsByLanguage, wordsFor } from '../textsByLanguage.ts'
import { fixOf } from './fix.ts'
import { insertTold, readLanguages, saveTexts } from './fixStore.ts'
import { type CauseCustomer, customersOfCause, type NamingPeriod } from './causeUses.ts'

interface FixNotice extends NamingPeriod {
  texts: TextsByLanguage
}

interface Judged {
  namer: CauseCustomer
  person: Recipient
  decision: Decision
}

/** Who would be told now and who would not, and the mail as somebody reads it who has this language: else as the first of them. */
export async function previewTelling(
  tx: Tx,
  causeId: string,
  { texts, reader, ...period }: FixNotice & { reader?: string | undefined },
) {
  const { judged, already } = await judgeAll(tx, causeId, period)
  const [told, held] = [judged.filter(isFree), judged.filter(one => !isFree(one))]
  const { own } = await readLanguages(tx)
  const { publicUrl } = accountSettings.call()
  const first = told.find(({ namer }) => !reader || baseLanguage(namer.locale ?? own) === baseLanguage(reader)) ?? told[0]
  const { locale, words } = chosen(texts, reader ?? first?.namer.locale ?? null, own)
  const mail = { name: firstName(first?.person.name), words, said: first?.namer.said ?? null }
  return {
    told: told.length,
    already,
    people: told.slice(0, SHOWN).map(({ person }) => shown(person)),
    held: held.slice(0, SHOWN).map(({ person, decision }) => ({ ...shown(person), ...reasonOf(decision) })),
    languages: languagesOf(told, texts, own),
    mail: { ...fixMail(mail, publicUrl, brandOf(await readOrg(tx), publicUrl), translator(locale)), locale },
  }
}

/** How many read which language, and what they get. */
function languagesOf(told: readonly Judged[], texts: TextsByLanguage, own: string) {
  const readers = Map.groupBy(told, ({ namer }) => namer.locale ?? own)
  return [...readers]
    .map(([reader, all]) => ({ reader, n: all.length, gets: chosen(texts, reader, own).locale }))
    .sort((a, b) => b.n - a.n || a.reader.localeCompare(b.reader))
}

function chosen(texts: TextsByLanguage, reader: string | null, own: string): ChosenWords {
  const found = wordsFor(texts, reader, own)
  if (!found) throw badInput('texts', 'Say what was done in one language at least.')
  return found
}

/** The mail to oneself; nobody counts as told. */
export async function testTelling(
  tx: Tx,
  causeId: string,
  { texts, reader }: FixNotice & { reader?: string | undefined },
): Promise<string> {
  await fixOf(tx, causeId)
  const me = tx.caller.kind === 'user' && tx.caller.id ? await addressOfUser(tx, tx.caller.id) : undefined
  if (!me) throw badInput('to', 'A key has no address of its own: sign in to get the test mail.')
  const { own } = await readLanguages(tx)
  await postTelling(tx, `fix test ${newId()}`, { to: me.email, name: me.name, ...chosen(texts, reader ?? own, own), said: null })
  return me.email
}

/** Tells everybody whom the contact-frequency rule lets through, each once; the others are held, and can be told later. */
export async function tellFix(tx: Tx, causeId: string, { texts, ...period }: FixNotice): Promise<{ told: number; held: number }> {
  const fix = await fixOf(tx, causeId)
  const { own } = await readLanguages(tx)
  await saveTexts(tx, fix.id, texts)
  const { judged } = await judgeAll(tx, causeId, period)
  let told = 0
  for (const { namer, person } of judged.filter(isFree)) {
    const id = newId()
    if (!(await insertTold(tx, fix.id, person.id, id))) continue
    const letter = { to: person.email!, name: person.name, said: namer.said, personId: person.id }
    await postTelling(tx, `fix told ${id}`, { ...letter, ...chosen(texts, namer.locale, own) })
    told++
  }
  const held = judged.filter(one => !isFree(one)).length
  if (told > 0) await record(tx, 'cause.fix_told', { type: 'cause', id: causeId }, { name: fix.name, told, held })
  announce(tx, 'causes', causeId)
  return { told, held }
}

const SHOWN = 200

const isFree = ({ decision }: Judged): boolean => decision.kind === 'send'

// The people are locked: what the rule says holds until the mails are posted, also when a survey is sent at the same time.
async function judgeAll(tx: Tx, causeId: string, period: NamingPeriod): Promise<{ judged: Judged[]; already: number }> {
  const fix = await fixOf(tx, causeId)
  const namers = await customersOfCause.call(tx, fix.id, causeId, period)
  const open = namers.filter(({ told }) => !told)
  const ids = open.map(({ personId }) => personId)
  const people = await lockRecipients(tx, ids)
  const { zone } = await readOwnOrganisation(tx)
  const judge = await createInvitationDecider(tx, ids, frequencyOf(await readRules(tx), zone))
  const judged = open.flatMap(namer => {
    const person = people.get(namer.personId)
    return person ? [{ namer, person, decision: judge({ personId: person.id, surveyId: fix.id, forced: false }, person) }] : []
  })
  return { judged, already: namers.length - open.length }
}

interface Letter {
  to: string
  name: string
  locale: string
  words: string
  said: string | null
  personId?: string
}

async function postTelling(tx: Tx, key: string, { to, name, locale, words, said, personId }: Letter): Promise<void> {
  const { code } = await readOwnOrganisation(tx)
  const t = translator(locale)
  const { publicUrl } = accountSettings.call()
  const optOut = personId ? `${publicUrl}/o/${noMailToken(code, personId)}` : publicUrl
  await post(tx, {
    kind: 'mail',
    bulk: true,
    key,
    payload: {
      to,
      name,
      subject: t('You said, we did'),
      template: 'cause-fixed',
      locale: t.locale,
      ...(personId && { unsubscribe: optOut }),
      data: { name: firstName(name), words, said, optOut },
    },
  })
}

const shown = ({ id, name, email }: Recipient) => ({ personId: id, name, email: email ?? '' })

function reasonOf(decision: Decision): { reason: string; until: string | null } {
  if (decision.kind === 'send') return { reason: '', until: null }
  return { reason: holdReasonWords(decision.reason, translator('en')), until: decision.until?.toISOString() ?? null }
}
