import type { Theme } from '../../shared/contract/window-settings.ts'
import { languageNames, languageOrder } from '../../shared/languages/names.ts'
import { reportKinds } from '../../shared/report/report-choices.ts'
import { themes } from '../../shared/window-words.ts'
import { chooseReport, type ReportChoice } from '../areas/reports/report-choice.ts'
import { reportSubject } from '../areas/reports/trade/trade-choice.ts'
import type { Command } from '../lib/commands.ts'
import { switchLanguage } from '../lib/i18n.ts'
import { switchTheme } from '../lib/theme.ts'
import type { Words } from '../lib/use-words.ts'
import { openKey } from '../ui/import/import-keys.ts'
import { importKindHere, openImport } from './open-import.ts'
import { screens } from './screens.ts'
import { toggleAid } from './shown-aids.ts'
import { goToScreen, showScreen } from './shown-screen.ts'
import type { Undo, Way } from './use-undo.ts'

/** A command of the whole window. */
const everywhere = (command: Omit<Command, 'scope'>): Command => ({ scope: 'window', ...command })

/** Ctrl+1 to Ctrl+7 show the screens. */
export const screenCommands: readonly Command[] = screens.map(({ id, label, digit }) =>
  everywhere({
    id: `screen.${id}`,
    keys: [`Ctrl+Digit${digit}`],
    words: ({ t }) => t(label),
    run: () => goToScreen(id),
  }),
)

const importTitles = { counts: 'importing.title', declarations: 'declarationsImport.title' } as const

/** The imports from files; the key is that of the screen's own. */
export function importCommands(): readonly Command[] {
  return (['counts', 'declarations'] as const).map((kind) =>
    everywhere({
      id: kind === 'counts' ? 'import.open' : 'import.declarations',
      ...(kind === importKindHere() && { keys: [openKey] }),
      words: ({ t }) => t(importTitles[kind]),
      run: () => openImport(kind, null),
    }),
  )
}

/** The list of commands and the help on keys. */
export const aidCommands: readonly Command[] = [
  everywhere({
    id: 'aid.commands',
    keys: ['Ctrl+KeyK'],
    words: ({ t }) => t('commands.open'),
    keyOnly: true,
    run: () => toggleAid('commands'),
  }),
  everywhere({
    id: 'aid.keys',
    keys: ['F1'],
    words: ({ t }) => t('keyHelp.label'),
    run: () => toggleAid('keys'),
  }),
]

const undoKeys: Record<Way, string[]> = { undo: ['Ctrl+KeyZ'], redo: ['Ctrl+KeyY', 'Ctrl+Shift+KeyZ'] }

/** Undo and redo with the name of their step; `names` gives it, null where there is none. */
export function undoCommands(undo: Undo, names: Record<Way, string | null>): readonly Command[] {
  return (['undo', 'redo'] as const).map((way) => {
    const step = names[way]
    return everywhere({
      id: `undo.${way}`,
      keys: undoKeys[way],
      words: ({ t }) => (step === null ? t(`commands.${way}`) : t(`foot.${way}`, { step })),
      soughtWords: ({ t }) => t(`commands.${way}`),
      refusal: ({ t }) => (undo.steps[way] ? null : t(`errors.nothing-to-${way}`)),
      run: () => undo.take(way),
    })
  })
}

/** The languages that the window does not speak now. */
export function languageCommands(now: Words['language']): readonly Command[] {
  return languageOrder
    .filter((language) => language !== now)
    .map((language) =>
      everywhere({
        id: `language.${language}`,
        words: ({ t }) => t('commands.language', { language: languageNames[language] }),
        run: () => switchLanguage(language),
      }),
    )
}

/** The themes that the window does not have now. */
export function themeCommands(now: Theme): readonly Command[] {
  return themes
    .filter((theme) => theme !== now)
    .map((theme) =>
      everywhere({
        id: `theme.${theme}`,
        words: ({ t }) => t('commands.theme', { theme: t(`commands.themes.${theme}`) }),
        run: () => switchTheme(theme),
      }),
    )
}

/** Reports by kind, of what was chosen before. */
export const reportCommands: readonly Command[] = [
  ...reportKinds.map((kind) =>
    everywhere({
      id: `report.kind.${kind}`,
      words: ({ t }) => t(`report.titles.${kind}`),
      run: () => showReport({ kind }),
    }),
  ),
  ...(['staffing', 'trade'] as const).map((subject) =>
    everywhere({
      id: `report.${subject}`,
      words: ({ t }) => t(subject === 'trade' ? 'tradeReport.page.open' : 'staffingReport.table.open'),
      run() {
        reportSubject.set(subject)
        showScreen('reports')
      },
    }),
  ),
]

/** Shows a report of one date, or of what was chosen before. */
export function showReport(chosen: Partial<ReportChoice>): void {
  reportSubject.set('crossings')
  chooseReport(chosen)
  showScreen('reports')
}
