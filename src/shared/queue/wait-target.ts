/**
 * What a port promises about waiting, from the arrival of a unit (a passenger, a vehicle) to the begin of its inspection:
 * a number of minutes at most, or a share within a number of minutes.
 */
export type WaitTarget =
  | { kind: 'at-most'; minutes: number }
  | { kind: 'share-within'; share: number; minutes: number }

/** Thirty minutes, the promise that the press reports of Jeminay. */
export const usualTarget: WaitTarget = { kind: 'at-most', minutes: 30 }
