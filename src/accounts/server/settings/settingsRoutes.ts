import { record } from '../../../activity/server/record.ts'
import { checkBrand } from '../../../kit/colour.ts'
import { ok } from '../../../kit/contract.ts'
import { notFound } from '../../../kit/errors.ts'
import { announce } from '../../../kit/server/live.ts'
import { implement, implementOpen } from '../../../kit/server/http/implement.ts'
import { applyChange, type OrgSettings } from '../../orgSettings.ts'
import { logoContract, settingsContract } from '../../settingsContract.ts'
import { proposals, regions } from './holidays.ts'
import { drawLogo } from './logo.ts'
import { pageUrl } from '../mails.ts'
import { deleteLogo, logoNamed, lockOrg, ownOrg, saveLogo, saveOrg } from '../orgStore.ts'

export const settingsRoutes = implement(settingsContract, {
  async org(tx) {
    const org = await ownOrg(tx)
    const { logo, ...settings } = org.settings as OrgSettings
    return {
      id: org.id,
      code: org.code,
      name: org.name,
      createdAt: org.created_at.toISOString(),
      settings,
      logoUrl: logo ? pageUrl(`/${logo}`) : null,
      colour: settings.colour ? checkBrand(settings.colour) : null,
    }
  },

  async changeOrg(tx, { body }) {
    const { name, ...change } = body
    const org = (await lockOrg(tx))!
    const { after, changed } = applyChange(org.settings as OrgSettings, change)
    if (name !== undefined && name !== org.name) Object.assign(changed, { name: { from: org.name, to: name } })
    if (Object.keys(changed).length === 0) return ok
    await saveOrg(tx, name ?? org.name, after)
    await record(tx, 'org.changed', { type: 'org', id: tx.org }, changed)
    announce(tx, 'org')
    return ok
  },

  async putLogo(tx, { body }) {
    const { png, digest } = await drawLogo(body)
    const org = (await lockOrg(tx))!
    const logo = `logos/${org.code}-${digest}.png`
    await saveLogo(tx, digest, png)
    await saveOrg(tx, org.name, { ...(org.settings as OrgSettings), logo })
    await record(tx, 'org.logo-changed', { type: 'org', id: tx.org })
    announce(tx, 'org')
    return { logoUrl: pageUrl(`/${logo}`) }
  },

  async deleteLogo(tx) {
    const org = (await lockOrg(tx))!
    const { logo, ...settings } = org.settings as OrgSettings
    if (!logo) return ok
    await deleteLogo(tx)
    await saveOrg(tx, org.name, settings)
    await record(tx, 'org.logo-removed', { type: 'org', id: tx.org })
    announce(tx, 'org')
    return ok
  },

  async holidayRegions(_tx, { query }) {
    return { items: await regions(query.country), nextCursor: null }
  },

  async holidayProposals(_tx, { query }) {
    return { items: await proposals(query.country, query.state, query.year), nextCursor: null }
  },
})

export const logoPages = implementOpen(logoContract, {
  async logo({ database, reply }, { params }) {
    const [code, digest] = params.file.split(/[-.]/) as [string, string]
    const png = await logoNamed(database, code, digest)
    if (!png) throw notFound('logo')
    return reply.type('image/png').header('cache-control', 'public, max-age=31536000, immutable').send(png)
  },
})
