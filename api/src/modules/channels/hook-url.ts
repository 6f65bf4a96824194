/** Where a carrier brings its news. */
export function hookUrl(publicUrl: string, hook: string): string {
  return `${publicUrl}/v1/carrier-webhooks/${hook}`
}
