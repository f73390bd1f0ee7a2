import { useState } from 'react'
import type { PortDescription } from '../../../shared/contract/reference.ts'
import type { ErrorReport } from '../../../shared/errors.ts'
import { useQuery } from '../../lib/use-query.ts'

interface ReportPort {
  port: PortDescription | null
  /** False while the port of the date is read and that of the date before stands in for it. */
  isOfDate: boolean
  error: ErrorReport | null
}

/**
 * The port on the date of a report, or on its today. While another date's is read the one before stays, so that the choice
 * of the report keeps the cursor and its keys are heard.
 */
export function useReportPort(date: string | null): ReportPort {
  const { output, error } = useQuery('describePort', date === null ? {} : { date })
  const [last, setLast] = useState(output)
  if (output && output !== last) setLast(output)
  return { port: output ?? last, isOfDate: output !== null, error }
}
