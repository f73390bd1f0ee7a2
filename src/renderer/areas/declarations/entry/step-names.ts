/** Steps that a declaration can take by hand. */
export const steps = [
  'register',
  'letPass',
  'inspect',
  'release',
  'clear',
  'refuse',
  'withdraw',
  'amend',
  'remove',
] as const
export type Step = (typeof steps)[number]
