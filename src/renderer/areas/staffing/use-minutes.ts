import { useEffect } from 'react'

const minuteMs = 60_000

/** Reads a board again every minute while it shows what time it is. */
export function useMinutes(nowMinute: number | null, reload: () => void): void {
  const isRunning = nowMinute !== null
  useEffect(() => {
    if (!isRunning) return
    const timer = window.setInterval(reload, minuteMs)
    return () => window.clearInterval(timer)
  }, [isRunning, reload])
}
