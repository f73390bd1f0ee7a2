import type { forecastContract } from '../../../shared/contract/forecast.ts'
import type { Handlers } from '../../book/handlers.ts'
import { readExpectedArrivals } from './read-expected-arrivals.ts'

export const forecastHandlers: Handlers<typeof forecastContract> = { readExpectedArrivals }
