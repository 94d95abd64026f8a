import { pathTo } from '../../kit/paths.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { ActivityButton } from '../../accounts/web/members/ActivityButton.tsx'
import { t } from '../../kit/i18n.ts'
import { useLive } from '../../kit/web/live.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Menu } from '../../kit/web/ui/overlay/Menu.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { Tree, type TreeNode, type TreePlace } from '../../kit/web/ui/Tree.tsx'
import type { CauseItem } from '../contract.ts'
import { type CauseNode, treeOf, whyNotMove } from '../tree.ts'
import { CauseDialog, type CauseDraft } from './CauseDialog.tsx'
import { FixDialog } from './FixDialog.tsx'
import { causes } from './client.ts'

/** The organisation's own tree of root causes. */
export function CausesPage() {
  useLive('causes')
  const query = useQuery(causes.listCauses.query())
  const [may, mayRules] = [useMay('rules.write'), useMay('rules.read')]
  const [naming, setNaming] = useState<CauseDraft | null>(null)
  const [fixing, setFixing] = useState<CauseItem | null>(null)
  const add = (
    <Button variant="main" icon="add" onPress={() => setNaming({ parentId: null })}>
      {t('New cause')}
    </Button>
  )
  return (
    <Page title={t('Causes')} crumbs={mayRules ? [{ label: t('Rules'), href: pathTo('/rules') }] : []} actions={may && add}>
      <Load query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="merge" title={t('No causes yet')}>
              {t('Whoever resolves an alert names why it happened; the names collect here. You can also begin with your own.')}
            </Empty>
          ) : (
            <CauseTree items={items} may={may} onName={setNaming} onFix={setFixing} />
          )
        }
      </Load>
      {fixing && <FixDialog cause={fixing} onClose={() => setFixing(null)} />}
      {naming && <CauseDialog naming={naming} onClose={() => setNaming(null)} />}
    </Page>
  )
}

interface CauseTreeProps {
  items: readonly CauseItem[]
  may: boolean
  onName: (naming: CauseDraft) => void
  onFix: (cause: CauseItem) => void
}

function CauseTree({ items, may, onName, onFix }: CauseTreeProps) {
  const [closed, setClosed] = useState(new Set<string>())
  const change = useCauseChange()
  const nodes = treeOf(items)
  const known = new Map(items.map(cause => [cause.id, cause]))
  const expanded = new Set(items.map(({ id }) => id).filter(id => !closed.has(id)))
  const expand = (open: Set<string>) => setClosed(new Set(items.map(({ id }) => id).filter(id => !open.has(id))))
  const parentAt = (to: TreePlace) => (to.place === 'on' ? to.id : (known.get(to.id)?.parentId ?? null))
  const move = (id: string, to: TreePlace) =>
    change.mutate(() => causes.changeCause({ params: { id }, body: { parentId: parentAt(to) } }))
  const mayMove = (id: string, to: TreePlace) =>
    parentAt(to) !== known.get(id)?.parentId && whyNotMove(id, parentAt(to), known) === undefined
  const toNode = ({ children, ...cause }: CauseNode<CauseItem>): TreeNode => ({
    id: cause.id,
    label: cause.name,
    detail: cause.retired ? t('retired') : cause.fixed && t('fixed'),
    after: <After cause={cause} may={may} onName={onName} onFix={onFix} run={work => change.mutate(work)} />,
    children: children.map(toNode),
  })
  return (
    <Tree
      label={t('Causes')}
      nodes={nodes.map(toNode)}
      expanded={expanded}
      onExpand={expand}
      onMove={may ? move : undefined}
      mayMove={mayMove}
    />
  )
}

interface AfterProps {
  cause: CauseItem
  may: boolean
  onName: (naming: CauseDraft) => void
  onFix: (cause: CauseItem) => void
  run: (work: () => Promise<unknown>) => void
}

const After = ({ cause, may, onName, onFix, run }: AfterProps) => (
  <>
    <TextLink look="open" href={pathTo('/alerts', { tab: 'all', cause: cause.id })} className="text-small text-ink-2">
      {t('{n, plural, one {# alert} other {# alerts}}', { n: cause.alerts })}
    </TextLink>
    <ActivityButton id={cause.id} name={cause.name} />
    {may && (
      <Menu
        label={cause.name}
        entries={[
          {
            id: 'below',
            label: t('Add a cause below'),
            icon: 'add',
            onAction: () => onName({ parentId: cause.id, below: cause.name }),
          },
          {
            id: 'rename',
            label: t('Rename'),
            icon: 'edit',
            onAction: () => onName({ id: cause.id, name: cause.name, parentId: cause.parentId }),
          },
          cause.parentId !== null && {
            id: 'top',
            label: t('Move to the top'),
            icon: 'up',
            onAction: () => run(() => causes.changeCause({ params: { id: cause.id }, body: { parentId: null } })),
          },
          {
            id: 'fix',
            label: cause.fixed ? t('You said, we did …') : t('Mark as fixed'),
            icon: 'check',
            onAction: () => onFix(cause),
          },
          {
            id: 'retire',
            label: cause.retired ? t('Offer again') : t('Retire: no longer offered'),
            icon: 'archive',
            onAction: () => run(() => causes.changeCause({ params: { id: cause.id }, body: { retired: !cause.retired } })),
          },
          'line',
          {
            id: 'remove',
            label: t('Remove'),
            icon: 'trash',
            danger: true,
            disabledReason: cause.alerts > 0 && t('Alerts name it. Retire it instead.'),
            onAction: () => run(() => causes.removeCause({ params: { id: cause.id } })),
          },
        ]}
      >
        <Button variant="quiet" size="small" icon="more" label={t('More about {name}', { name: cause.name })} />
      </Menu>
    )}
  </>
)

function useCauseChange() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['causes'] }),
  })
}
