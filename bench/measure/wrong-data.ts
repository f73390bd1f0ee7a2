/** The data cannot be measured; the message says why, to whoever chose it. */
export class WrongData extends Error {}
