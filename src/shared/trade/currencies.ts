/**
 * Currencies of ISO 4217 in use since 2000, by the digits of their minor unit; all others have two. `Intl` has the
 * digits that are customary instead, and other ones in other engines: what is kept must not follow it.
 */
const withOtherDigits: Readonly<Record<number, string>> = {
  0: 'BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const withTwoDigits = `
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP
CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR
IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL LTL LVL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN
NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN
SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW ZWG ZWL`

const digits = new Map<string, number>(
  Object.entries({ ...withOtherDigits, 2: withTwoDigits }).flatMap(([number, codes]) =>
    codes
      .trim()
      .split(/\s+/)
      .map((code) => [code, Number(number)]),
  ),
)

export const currencies: readonly string[] = [...digits.keys()].toSorted()

export const isCurrency = (code: string): boolean => digits.has(code)

/** Decimals of a currency's minor unit: 2 for CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  return digits.get(currency) ?? 2
}
