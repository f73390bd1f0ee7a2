/**
 * What a port promises about waiting, from the arrival of a unit (a passenger, a vehicle) to the begin of its inspection:
 * so many minutes at most for everybody, or for a share of them. The rule of a checkpoint says the same (`StaffingRule`).
 */
export interface WaitTarget {
  minutes: number
  /** Null for everybody. */
  percent: number | null
}

/** Thirty minutes, the promise that the press reports of Jeminay. */
export const usualTarget: WaitTarget = { minutes: 30, percent: null }
