import type { z } from 'zod'
import { portFaults } from './port-faults.ts'
import { PortFileShape } from './port-shape.ts'

/** A port file whose fields agree with each other. */
export const PortFile = PortFileShape.superRefine((port, context) => {
  for (const { message, path } of portFaults(port)) context.addIssue({ code: 'custom', message, path })
})
export type PortFile = z.infer<typeof PortFile>
export type PortFileInput = z.input<typeof PortFile>
