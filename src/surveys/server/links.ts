import { randomBytes } from 'node:crypto'
import QRCode from 'qrcode'
import { accountSettings } from '../../accounts/server/accountSettings.ts'
import { record } from '../../activity/server/record.ts'
import { badInput, notFound } from '../../kit/errors.ts'
import { isId, newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { findUnit, findUnitByKey } from '../../people/server/units.ts'
import { findLink, insertLink, saveClosed } from './linkStore.ts'
import { forgetLink } from './openLinks.ts'
import { readOwnOrganisation } from './publicOrganisation.ts'
import { findSurvey } from './surveyStore.ts'

/** The address of a respondent page. */
export const formUrl = (token: string): string => `${accountSettings.call().publicUrl}/f/${token}`

interface LinkInput {
  name: string
  kind: 'open' | 'site'
  unit?: string | undefined
  segments: Record<string, string>
}

export async function createLink(tx: Tx, surveyId: string, input: LinkInput) {
  if (!(await findSurvey(tx, surveyId))) throw notFound('survey')
  const unitId = input.unit === undefined ? null : await requireUnitId(tx, input.unit)
  const { code } = await readOwnOrganisation(tx)
  const link = {
    id: newId(),
    surveyId,
    name: input.name,
    kind: input.kind,
    unitId,
    segments: input.segments,
    token: code + shortSecret(),
  }
  await insertLink(tx, link)
  await record(tx, 'survey.link_created', { type: 'survey', id: surveyId, also: [unitId] }, { name: input.name, linkId: link.id })
  return { id: link.id, url: formUrl(link.token) }
}

/** The unit with this key or id. Throws AppError `bad_input` when there is none. */
export async function requireUnitId(tx: Tx, keyOrId: string): Promise<string> {
  const unit = (await findUnitByKey(tx, keyOrId)) ?? (isId(keyOrId) ? await findUnit(tx, keyOrId) : undefined)
  if (!unit) throw badInput('unit', `There is no unit “${keyOrId}”. Import your units, then try again.`)
  return unit.id
}

// 128 bits: nobody finds a link by trying. Short enough for a QR code that prints small.
const shortSecret = () => randomBytes(16).toString('base64url')

export async function closeLink(tx: Tx, surveyId: string, linkId: string): Promise<void> {
  const link = await findLink(tx, surveyId, linkId)
  if (!link) throw notFound('link')
  if (link.closed_at) return
  await saveClosed(tx, linkId)
  forgetLink(tx, link.token)
  await record(tx, 'survey.link_closed', { type: 'survey', id: surveyId }, { name: link.name, linkId })
}

export async function qrCode(tx: Tx, surveyId: string, linkId: string) {
  const link = await findLink(tx, surveyId, linkId)
  if (!link) throw notFound('link')
  const url = formUrl(link.token)
  return {
    svg: () => QRCode.toString(url, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
    png: (width: number) => QRCode.toBuffer(url, { type: 'png', width, margin: 2, errorCorrectionLevel: 'M' }),
  }
}
