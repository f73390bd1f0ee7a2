import type { RouteSetting } from '../../../../shared/contract/buses.ts'
import type { Settings } from '../../../../shared/contract/settings.ts'
import { call } from '../../../lib/client.ts'
import { useStore } from '../../../lib/store.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { namesOn } from '../dated-names.ts'
import { type Form, newKey, useForm } from '../drafts.ts'
import { EndQuestion, RemoveQuestion } from '../end-question.tsx'
import { FormChoice, FormDates, FormNames, FormText } from '../form-fields.tsx'
import { moved } from '../moved.ts'
import { NamesForm, RenameForm } from '../names-form.tsx'
import { EndedSwitch, type RecordControl, Records } from '../records.tsx'
import { saveSetting } from '../save-setting.ts'
import type { SectionProps } from '../section-props.ts'
import { SettingForm } from '../setting-form.tsx'
import { settingsChoice } from '../settings-choice.ts'
import { suggestedCode } from '../suggested-code.ts'
import { createReader, dateText, type TypedNames } from '../typed-values.ts'
import { hasEnded, validityWords } from '../validity.ts'

/** The bus routes: whether they cross the border, and what of the count sheet they are compared with. */
export function RoutesSection({ settings, today }: SectionProps) {
  const words = useWords()
  const { t, name } = words
  const { withEnded } = useStore(settingsChoice)
  const { output } = useQuery('readRoutes', {})
  const routes = output?.routes ?? null
  const nameOf = (row: RouteSetting) => name(namesOn(row.names, today))
  const lineName = (code: string) =>
    name(namesOn(settings.lines.find(({ line }) => line === code)?.names ?? [], today))
  return (
    <Records
      section="routes"
      filter={<EndedSwitch />}
      rows={routes?.filter((each) => withEnded || !hasEnded(each, today)) ?? null}
      idOf={(row) => row.route}
      isFaint={(row) => hasEnded(row, today)}
      hasFigures={(row) => row.figures !== null}
      formKey={(row) => `route/${row.route}`}
      columns={[
        { id: 'name', label: t('settings.name'), cell: nameOf },
        {
          id: 'border',
          label: t('settings.routes.border'),
          cell: (row) => t(row.crossesBorder ? 'settings.routes.crosses' : 'settings.routes.inland'),
        },
        {
          id: 'line',
          label: t('settings.routes.compared'),
          cell: (row) =>
            [row.busLine, row.passengerLine]
              .flatMap((code) => (code === null ? [] : [lineName(code)]))
              .join(t('settings.list')),
        },
        { id: 'zone', label: t('settings.routes.zone'), cell: (row) => row.zone },
        { id: 'dates', label: t('settings.inService'), cell: (row) => validityWords(words, row) },
      ]}
      onShift={(row, beyond) => {
        const order = moved(routes?.map(({ route }) => route) ?? [], row.route, beyond.route)
        return order && saveSetting(() => call('orderRoutes', { routes: order }))
      }}
      panels={{
        row: (row, control) => (
          <>
            <RouteForm
              key={row.route}
              route={row}
              codes={[]}
              settings={settings}
              title={nameOf(row)}
              today={today}
              control={control}
            />
            <NamesForm
              key={`names ${row.route}`}
              of={{ entity: 'route', route: row.route }}
              names={row.names}
              today={today}
              control={control}
            />
          </>
        ),
        add: (control) => (
          <RouteForm
            route={null}
            codes={routes?.map(({ route }) => route) ?? []}
            settings={settings}
            title={t('settings.routes.add')}
            today={today}
            control={control}
          />
        ),
        rename: (row, control) => (
          <RenameForm
            of={{ entity: 'route', route: row.route }}
            names={row.names}
            today={today}
            control={control}
          />
        ),
        ask: (row, control) =>
          row.figures ? (
            <EndQuestion
              id={`route/${row.route}`}
              name={nameOf(row)}
              figures={row.figures}
              today={today}
              control={control}
              onEnd={(to) => {
                const { names: _, figures, ...rest } = row
                return saveSetting(() => call('changeRoute', { ...rest, to }))
              }}
            />
          ) : (
            <RemoveQuestion
              name={nameOf(row)}
              control={control}
              onRemove={() => saveSetting(() => call('removeRoute', { route: row.route }))}
            />
          ),
      }}
    />
  )
}

const none = ''
const sides = ['crosses', 'inland'] as const

interface RouteFormProps {
  /** Null for a new one. */
  route: RouteSetting | null
  codes: readonly string[]
  settings: Settings
  title: string
  today: string
  control: RecordControl
}

function RouteForm({ route, codes, settings, title, today, control }: RouteFormProps) {
  const { t, name } = useWords()
  const lines = (unit: 'vehicles' | 'persons') => [
    { value: none, label: t('settings.routes.noLine') },
    ...settings.lines
      .filter((line) => line.unit === unit)
      .map(({ line, names }) => ({ value: line, label: name(namesOn(names, today)) })),
  ]
  const [firstPlace] = settings.checkpoints
  const saved = {
    names: {} as TypedNames,
    code: '',
    side: (route && !route.crossesBorder ? 'inland' : 'crosses') as string,
    checkpoint: route ? (route.checkpoint ?? none) : (firstPlace?.checkpoint ?? none),
    busLine: route?.busLine ?? none,
    passengerLine: route?.passengerLine ?? none,
    zone: route?.zone ?? '',
    from: dateText(route?.from ?? null),
    to: dateText(route?.to ?? null),
  }
  const key = route ? `route/${route.route}` : newKey('routes')
  const form: Form<typeof saved> = useForm(key, saved, async (values) => {
    const read = createReader(today)
    const crossesBorder = values.side === 'crosses'
    const fields = {
      checkpoint: values.checkpoint || null,
      crossesBorder,
      busLine: crossesBorder ? values.busLine || null : null,
      passengerLine: crossesBorder ? values.passengerLine || null : null,
      zone: values.zone.trim() || null,
      from: read.openDate('from', values.from),
      to: read.openDate('to', values.to),
    }
    const names = route ? {} : read.names('names', values.names)
    if (read.refused) return read.problems
    if (route) return saveSetting(() => call('changeRoute', { route: route.route, ...fields }))
    control.expectNew()
    const code = values.code.trim() || suggestedCode(values.names, 'route', codes)
    return saveSetting(() => call('addRoute', { route: code, names, ...fields }))
  })
  return (
    <SettingForm
      title={title}
      {...(route && { code: route.route })}
      figures={route?.figures}
      form={form}
      control={control}
    >
      {!route && (
        <>
          <FormNames form={form} />
          <FormText
            form={form}
            field="code"
            label={t('settings.code')}
            placeholder={suggestedCode(form.values.names, 'route', codes)}
          />
        </>
      )}
      <FormChoice
        form={form}
        field="side"
        label={t('settings.routes.border')}
        disabled={Boolean(route?.figures)}
        choices={sides.map((value) => ({ value, label: t(`settings.routes.${value}`) }))}
      />
      <FormChoice
        form={form}
        field="checkpoint"
        label={t('sheet.checkpoint')}
        choices={[
          { value: none, label: t('settings.routes.wholePort') },
          ...settings.checkpoints.map((each) => ({
            value: each.checkpoint,
            label: name(namesOn(each.names, today)),
          })),
        ]}
      />
      {form.values.side === 'crosses' && (
        <>
          <FormChoice
            form={form}
            field="busLine"
            label={t('settings.routes.busLine')}
            choices={lines('vehicles')}
          />
          <FormChoice
            form={form}
            field="passengerLine"
            label={t('settings.routes.passengerLine')}
            choices={lines('persons')}
          />
        </>
      )}
      <FormText
        form={form}
        field="zone"
        label={t('settings.routes.zone')}
        placeholder={t('settings.routes.sameZone')}
        hint="Asia/Almaty"
      />
      <FormDates form={form} />
    </SettingForm>
  )
}
