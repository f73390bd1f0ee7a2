import type { z } from 'zod'
import { mappingFaults } from './mapping-faults.ts'
import { isMonthPattern, MappingFileShape } from './mapping-shape.ts'

/** A mapping whose fields agree with each other. */
export const MappingFile = MappingFileShape.superRefine((mapping, context) => {
  const faults = mappingFaults(mapping, isMonthPattern(mapping.date.pattern))
  for (const { message, path } of faults) context.addIssue({ code: 'custom', message, path })
})
export type MappingFile = z.infer<typeof MappingFile>
export type MappingFileInput = z.input<typeof MappingFile>
