/** The time zones that a browser knows, to choose from by typing. */
export function allZones(): string[] {
  const zones = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return zones.includes('UTC') ? zones : [...zones, 'UTC'];
}

/** "europe/berlin", "Europe/New york": as people type them. */
export function zoneTyped(text: string): string {
  const name = text.trim().replace(/\s+/g, '_');
  return allZones().find((zone) => zone.toLowerCase() === name.toLowerCase()) ?? name;
}
