import { pathTo } from '../../kit/paths.ts'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Popover } from '../../kit/web/ui/overlay/Popover.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'

const scenes = () => [
  {
    href: pathTo('/my-day'),
    title: t('An alert arrives'),
    words: t('Half a minute after you came in, a key account of yours is unhappy. Take it, ring, name the cause, resolve it.'),
  },
  {
    href: pathTo('/my-day', { of: 'team' }),
    title: t('An escalation fires'),
    words: t('A household at Kelby is upset, and nobody there reacts. Within a minute it climbs to you: the bell counts.'),
  },
  {
    href: pathTo('/wall'),
    title: t('Praise becomes practice'),
    words: t('Soon a customer praises a colleague. Thank them, share what they did, applaud what others shared.'),
  },
  {
    href: pathTo('/insights', { time: '30' }),
    title: t('The number moves'),
    words: t('Every answer counts at once: the score, the causes, and what closing the loop achieved.'),
  },
]

/** What is about to happen in the demo, and where one sees it. */
export const ToWatch = () => (
  <Popover
    label={t('What to watch')}
    placement="bottom end"
    className="w-96 max-w-full"
    trigger={
      <Button size="small" icon="eye">
        {t('What to watch')}
      </Button>
    }
  >
    {close => (
      <>
        <p className="mb-2 text-small text-ink-2">
          {t('Simulated customers go on answering while you look around. In your first two minutes:')}
        </p>
        <ol className="grid gap-3">
          {scenes().map(({ href, title, words }) => (
            <li key={href}>
              <TextLink look="open" href={href} onPress={close}>
                {title}
              </TextLink>
              <p className="text-small text-ink-2">{words}</p>
            </li>
          ))}
        </ol>
      </>
    )}
  </Popover>
)
