import { searchSources } from '../../kit/server/search.ts'
import { customerAccountsByName, peopleByName } from './groups/search.ts'
import { memberJoined } from '../../accounts/server/members/memberJoined.ts'
import { membersLeave } from '../../accounts/server/members/membersLeave.ts'
import { beforeOrgDeletion } from '../../accounts/server/orgs/beforeOrgDeletion.ts'
import { namedUnits } from '../../accounts/server/namedUnits.ts'
import { readerLocale } from '../../accounts/server/readerLocale.ts'
import { visibleUnits } from '../../activity/server/visibleUnits.ts'
import { erasureRoutes } from './erasure/erasureRoutes.ts'
import { retentionClock } from './erasure/retention.ts'
import { customerAccountRoutes } from './groups/customerAccountRoutes.ts'
import { teamRoutes } from './groups/teamRoutes.ts'
import { importRoutes } from './importing/importRoutes.ts'
import { clearCustomerAccountOwners } from './groups/customerAccountStore.ts'
import { unlinkPeopleFromLogins } from './person/unlinkMembers.ts'
import { localeOf } from './person/personLocale.ts'
import { personRoutes } from './person/personRoutes.ts'
import { ensurePersonOfUser } from './person/persons.ts'
import { findUnitIds, visibleUnits as unitsOfCaller } from './units.ts'
import { unitRoutes } from './units/unitRoutes.ts'
import type { ServerRoom } from '../../kit/server/room.ts'
import type { Tx } from '../../kit/server/db.ts'

const giveMemberAPerson = async (tx: Tx, member: { userId: string; email: string; name: string }) =>
  void (await ensurePersonOfUser(tx, { ...member, id: member.userId }))

export const people: ServerRoom = {
  name: 'people',
  routes: [unitRoutes, personRoutes, customerAccountRoutes, teamRoutes, importRoutes, erasureRoutes],
  clocks: [retentionClock],
  fills: [
    searchSources.by(peopleByName),
    searchSources.by(customerAccountsByName),
    visibleUnits.by(unitsOfCaller),
    namedUnits.by(findUnitIds),
    memberJoined.by(giveMemberAPerson),
    readerLocale.by(localeOf),
    membersLeave.by(unlinkPeopleFromLogins),
    beforeOrgDeletion.by(clearCustomerAccountOwners),
  ],
}
