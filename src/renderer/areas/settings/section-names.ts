/** The sections of the settings, as they stand below each other. */
export const sections = [
  'port',
  'checkpoints',
  'lines',
  'sheets',
  'shifts',
  'hours',
  'closures',
  'holidays',
  'events',
  'channels',
  'outages',
  'serviceTimes',
  'rules',
  'teams',
  'officers',
  'rotas',
  'routes',
  'commodityGroups',
  'qualifications',
  'declarationNumbers',
  'rates',
  'tariff',
  'window',
] as const
export type Section = (typeof sections)[number]
/** The sections that are in the book, as rows. */
export type PortSection = Exclude<Section, 'window'>
