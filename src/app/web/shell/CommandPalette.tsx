import type { Href } from '../../../kit/paths.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components'
import type { Session } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { makeClient } from '../../../kit/web/api.ts'
import { actionsNow } from '../../../kit/web/ui/actions.ts'
import { setTheme, theme } from '../../../kit/web/theme.ts'
import { Icon, type IconName } from '../../../kit/web/ui/Icon.tsx'
import { Kbd } from '../../../kit/web/ui/Kbd.tsx'
import { itemClass } from '../../../kit/web/ui/optionClass.ts'
import { allowedNav } from '../nav/allowedNav.ts'
import { paletteActionsOf, withSurvey } from './paletteActions.ts'
import { finds } from '../../search/contract.ts'
import { settings } from '../nav/nav.ts'

interface PaletteItem {
  id: string
  label: string
  detail?: string
  icon?: IconName
  kbd?: string
  href?: Href
  run?: () => void
}

interface PaletteGroup {
  name: string
  items: PaletteItem[]
}

const client = makeClient(finds)

/** Ctrl/⌘ K: go anywhere, find anything, do what the page can do. */
export function CommandPalette({ open, onClose, session }: { open: boolean; onClose: () => void; session: Session | undefined }) {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={isOpen => !isOpen && onClose()}
      isDismissable
      className="fixed inset-0 z-(--z-palette) bg-scrim p-4 wide:pt-[12vh]"
    >
      <Modal className="mx-auto w-full max-w-[36rem] overflow-hidden rounded-lg bg-overlay shadow-dialog">
        <Dialog aria-label={t('Find or do anything')} className="outline-none">
          <div onKeyDownCapture={openFirst}>
            <Palette onClose={onClose} session={session} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

// Who types and presses Enter means the first find, also before it is highlighted.
function openFirst(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.currentTarget.querySelector('[role=menuitem][data-focused]')) return
  event.preventDefault()
  event.currentTarget.querySelector<HTMLElement>('[role=menuitem]')?.click()
}

function Palette({ onClose, session }: { onClose: () => void; session: Session | undefined }) {
  const [text, setText] = useState('')
  const { contains } = useFilter({ sensitivity: 'base' })
  const found = useFound(useDeferredValue(text.trim()), session)
  const fits = (find: PaletteItem) => contains(`${find.label} ${find.detail ?? ''}`, text.trim())
  const own: PaletteGroup[] = [
    { name: t('Go to'), items: placesOf(session).filter(fits) },
    { name: t('Do'), items: doings(session).filter(fits) },
  ]
  const groups = [...found, ...own].filter(group => group.items.length > 0)
  return (
    <Autocomplete inputValue={text} onInputChange={setText} disableAutoFocusFirst={false}>
      <SearchField
        aria-label={t('Find or do anything')}
        autoFocus
        className="flex items-center gap-3 border-b border-line px-4 py-3 text-read"
      >
        <Icon name="search" className="text-ink-3" />
        <Input
          placeholder={t('Find or do anything')}
          className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
        />
      </SearchField>
      <Menu
        aria-label={t('What was found')}
        className="max-h-[60vh] overflow-y-auto p-2 outline-none"
        onAction={onClose}
        renderEmptyState={() => <p className="px-2 py-3 text-ink-3">{t('Nothing has this name. Try fewer letters.')}</p>}
      >
        {groups.map(group => (
          <MenuSection key={group.name} id={group.name} className="pb-1">
            <Header className="px-2 pt-1 pb-1 text-micro text-ink-3">{group.name}</Header>
            {group.items.map(find => (
              <FindItem key={find.id} find={find} />
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  )
}

const FindItem = ({ find }: { find: PaletteItem }) => (
  <MenuItem id={find.id} textValue={find.label} href={find.href} onAction={find.run} className={itemClass}>
    {find.icon && <Icon name={find.icon} className="text-ink-3" />}
    <Text slot="label" className="min-w-0 truncate">
      {find.label}
    </Text>
    {find.detail && (
      <Text slot="description" className="ms-auto truncate text-small text-ink-3">
        {find.detail}
      </Text>
    )}
    {find.kbd && <Kbd className="ms-auto">{find.kbd}</Kbd>}
  </MenuItem>
)

function useFound(q: string, session: Session | undefined): PaletteGroup[] {
  const query = useQuery({
    ...client.search.query({ query: { q } }),
    enabled: q.length > 1 && Boolean(session?.user),
    placeholderData: keepPreviousData,
  })
  if (q.length < 2) return []
  const groups = query.data?.groups ?? []
  const surveys = groups.find(group => group.kind === 'surveys')?.items ?? []
  return [
    ...groups.map(group => ({
      name: kinds()[group.kind] ?? group.kind,
      items: group.items.map(item => ({ ...item, id: `${group.kind} ${item.id}`, icon: icons[group.kind] })),
    })),
    { name: t('With these surveys'), items: surveys.slice(0, 3).flatMap(survey => surveyDoings(session, survey)) },
  ]
}

const surveyDoings = (session: Session | undefined, survey: { id: string; label: string }): PaletteItem[] =>
  withSurvey(session, survey.id).map(({ label, icon, href }) => ({
    id: href,
    label: t(label, { name: survey.label }),
    icon,
    href,
  }))

const kinds = (): Record<string, string> => ({
  people: t('People'),
  units: t('Units'),
  alerts: t('Alerts'),
  surveys: t('Surveys'),
  responses: t('Responses'),
  rules: t('Rules'),
  accounts: t('Customer accounts'),
})

const icons: Record<string, IconName> = {
  people: 'people',
  units: 'merge',
  alerts: 'alerts',
  surveys: 'surveys',
  responses: 'responses',
  rules: 'rules',
  accounts: 'people',
}

const placesOf = (session: Session | undefined): PaletteItem[] =>
  [...allowedNav(session), settings].map(({ href, label, icon }) => ({
    id: href,
    label: t(label),
    icon,
    href,
  }))

function doings(session: Session | undefined): PaletteItem[] {
  const dark = theme() === 'dark' || (theme() === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  return [
    ...actionsNow(),
    ...paletteActionsOf(session)
      .filter(({ href }) => !actionsNow().some(action => action.href === href))
      .map(({ label, icon, href }) => ({ id: `do ${href}`, label: t(label), icon, href })),
    {
      id: 'theme',
      label: dark ? t('Light theme') : t('Dark theme'),
      icon: dark ? 'sun' : 'moon',
      run: () => setTheme(dark ? 'light' : 'dark'),
    },
  ]
}
