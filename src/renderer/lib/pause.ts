/** How long to wait before asking again when nobody answered. */
export const retryAfterMs = 2_000

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
