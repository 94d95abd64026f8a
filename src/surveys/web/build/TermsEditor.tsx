import { t } from '../../../kit/i18n.ts'
import { DatePicker } from '../../../kit/web/ui/form/DatePicker.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { NumberField } from '../../../kit/web/ui/form/NumberField.tsx'
import { Switch } from '../../../kit/web/ui/form/Switch.tsx'
import type { SurveyDraft } from '../draft/useSurveyDraft.ts'

/** Whose answers they are, and when it ends. */
export function TermsEditor({ draft: { draft, edit }, published }: { draft: SurveyDraft; published: boolean }) {
  return (
    <div className="grid gap-6">
      <div className="grid gap-3">
        <Switch
          checked={draft.anonymous}
          onChange={anonymous => edit(now => ({ ...now, anonymous }))}
          disabledReason={
            published && t('Fixed once it was published: people were told so. Duplicate the survey to ask the other way.')
          }
        >
          {t('Anonymous')}
        </Switch>
        <Notice icon="lock">
          {draft.anonymous
            ? t(
                'No name, address, device or invitation is stored with an answer, and of the time only the day. Nobody here can find out who wrote what; the page says so. A comment can still name its writer.',
              )
            : t('Answers to personal links carry the person’s name, so that somebody can call back. The page says so.')}
        </Notice>
      </div>
      <div className="grid gap-1">
        <Switch checked={draft.offersCall ?? false} onChange={offersCall => edit(now => ({ ...now, offersCall }))}>
          {t('Offer a call to who gives a low score')}
        </Switch>
        <p className="text-small text-ink-3">
          {draft.anonymous
            ? t('The number goes to whoever looks after this survey, apart from the answers; the page says so.')
            : t('The number goes to whoever looks after this survey, together with the answers.')}
        </p>
      </div>
      <div className="grid gap-6 wide:grid-cols-2">
        <DatePicker
          label={t('Last day')}
          optional
          hint={t('It closes at the end of this day, in your organisation’s zone. Holds at once, also without publishing.')}
          value={draft.closesAt?.slice(0, 10) ?? null}
          onChange={closesAt => edit(now => ({ ...now, closesAt }), 'closesAt')}
        />
        <NumberField
          label={t('Most answers')}
          optional
          hint={t('It closes after so many complete answers.')}
          min={1}
          max={10_000_000}
          value={draft.quota}
          onChange={quota => edit(now => ({ ...now, quota: quota === null ? null : Math.max(1, Math.round(quota)) }), 'quota')}
        />
      </div>
    </div>
  )
}
