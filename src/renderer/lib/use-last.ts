import { useState } from 'react'

/** What was known last, while the next is being read: what stands on it stays, and its keys go on acting. */
export function useLast<Value>(value: Value | null): Value | null {
  const [last, setLast] = useState(value)
  if (value !== null && value !== last) setLast(value)
  return value ?? last
}
