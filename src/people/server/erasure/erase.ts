// @words everybody
import { record } from '../../../activity/server/record.ts'
import { AppError, notFound } from '../../../kit/errors.ts'
import { msg } from '../../../kit/i18n.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import type { Erasure, ErasureItem } from '../../erasureContract.ts'
import { directoryEraser } from './eraseDirectory.ts'
import { rememberErased } from '../erasedIdentity.ts'
import { erasers, type DataSubject } from '../personalDataPorts.ts'
import { userOfPerson } from '../person/persons.ts'
import { lockPerson } from '../personStore.ts'

export async function previewErasure(tx: Tx, id: string): Promise<Erasure> {
  const person = await readPerson(tx, id)
  if (person.erased_at) return { erasedAt: person.erased_at.toISOString(), blocked: null, items: [] }
  return { erasedAt: null, blocked: await whyNot(tx, id), items: await itemsOf(tx, await readDataSubject(tx, person)) }
}

/** Erases a person everywhere, once: a second call finds them gone and says so. */
export async function erasePerson(tx: Tx, id: string, reason: string | undefined): Promise<Erasure> {
  const person = await lockPerson(tx, id)
  if (!person) throw notFound('person')
  if (person.erased_at) return { erasedAt: person.erased_at.toISOString(), blocked: null, items: [] }
  const blocked = await whyNot(tx, id)
  if (blocked) throw new AppError('conflict', blocked)
  const known = await readDataSubject(tx, person)
  const items = await itemsOf(tx, known)
  // Upper rooms first: they still find the person by address.
  for (const eraser of erasers.all()) await eraser.erase(tx, known)
  await directoryEraser.erase(tx, known)
  await rememberErased(tx, known)
  // Written last, so that the record keeps that it was done, by whom and why, and not who the person was.
  await record(tx, 'person.erased', { type: 'person', id }, { reason: reason ?? null, items })
  announce(tx, 'people', id)
  return { erasedAt: tx.now.toISOString(), blocked: null, items }
}

async function itemsOf(tx: Tx, person: DataSubject): Promise<ErasureItem[]> {
  const items: ErasureItem[] = []
  for (const eraser of [directoryEraser, ...erasers.all()]) items.push(...(await eraser.preview(tx, person)))
  return items.filter(item => item.n > 0)
}

async function whyNot(tx: Tx, id: string): Promise<string | null> {
  const login = await userOfPerson(tx, id)
  return login ? msg('This person can sign in to the console. Remove them from the members first, then erase them.') : null
}

type Row = { id: string; email: string | null; external_id: string | null; name: string }

export async function readDataSubject(tx: Tx, { id, email, external_id: externalId, name }: Row): Promise<DataSubject> {
  const person = { id, email, externalId, name }
  const pages: string[] = []
  for (const eraser of erasers.all()) pages.push(...((await eraser.pages?.(tx, person)) ?? []))
  return { ...person, pages }
}

export async function readPerson(tx: Tx, id: string) {
  const person = await tx.db.selectFrom('person').selectAll().where('org_id', '=', tx.org).where('id', '=', id).executeTakeFirst()
  if (!person) throw notFound('person')
  return person
}
