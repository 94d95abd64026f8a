import { z } from 'zod'
import { contract, day, done, id, name } from '../kit/contract.ts'
import { orgSettings, settingsChange } from './orgSettings.ts'

const LARGEST_LOGO = 1024 * 1024

const colourCheck = z.object({ ratio: z.number(), passes: z.boolean(), colour: z.string() })

export const settingsContract = contract({
  org: {
    method: 'GET',
    path: '/org',
    access: 'signed-in',
    scope: 'units',
    summary: 'The organisation: its name and what it decided',
    reply: z.object({
      id,
      code: z.string(),
      name: z.string(),
      createdAt: z.string(),
      settings: orgSettings.partial(),
      logoUrl: z.string().nullable(),
      colour: z
        .object({ light: colourCheck, dark: colourCheck })
        .nullable()
        .describe('Whether the colour can be read on both themes, and the nearest that can'),
    }),
  },
  changeOrg: {
    method: 'PATCH',
    path: '/org',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Change the organisation; null takes a decision back',
    body: settingsChange.extend({ name: name.optional() }),
    reply: done,
  },
  putLogo: {
    method: 'PUT',
    path: '/org/logo',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Set the logo: a PNG, JPEG, WebP or GIF of at most 1 MB; it is drawn anew at the size pages need',
    body: z.custom<Uint8Array>(value => value instanceof Uint8Array, 'must be an image'),
    bodyType: 'application/octet-stream',
    bodyLimit: LARGEST_LOGO,
    reply: z.object({ logoUrl: z.string() }),
  },
  deleteLogo: {
    method: 'DELETE',
    path: '/org/logo',
    access: 'org.manage',
    scope: 'organisation',
    summary: 'Take the logo away',
    reply: done,
  },
  holidayRegions: {
    method: 'GET',
    path: '/holiday-regions',
    access: 'signed-in',
    scope: 'units',
    summary: 'Countries, or the states of one, whose holidays can be proposed',
    query: z.object({
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
    }),
    reply: z.object({ items: z.array(z.object({ code: z.string(), name: z.string() })), nextCursor: z.null() }),
  },
  holidayProposals: {
    method: 'GET',
    path: '/holiday-proposals',
    access: 'signed-in',
    scope: 'units',
    summary: 'Public holidays of a year in a country or state, to take over and edit',
    query: z.object({
      country: z.string().regex(/^[A-Z]{2}$/),
      state: z
        .string()
        .regex(/^[A-Z0-9-]{1,8}$/)
        .optional(),
      year: z.coerce.number().int().min(2000).max(2100),
    }),
    reply: z.object({ items: z.array(z.object({ date: day, name: z.string() })), nextCursor: z.null() }),
  },
})

/** Anybody may load a logo: it stands in mails and on public pages. */
export const logoContract = contract({
  logo: {
    method: 'GET',
    path: '/logos/:file',
    access: 'public',
    scope: 'public',
    summary: 'An organisation’s logo',
    params: z.object({ file: z.string().regex(/^[a-z0-9]{6}-[0-9a-f]{16}\.png$/) }),
    reply: z.unknown(),
  },
})
