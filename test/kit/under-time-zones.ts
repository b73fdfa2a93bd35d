const zones = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];

/**
 * What `compute` gives when the machine stands in each of six zones, by zone. Throws when the machine's zone could
 * not be changed: a comparison of six equal machines would prove nothing.
 */
export function underTimeZones<T>(compute: () => T): Map<string, T> {
  const before = process.env['TZ'];
  const results = new Map<string, T>();
  const offsets = new Set<number>();
  try {
    for (const zone of zones) {
      process.env['TZ'] = zone;
      offsets.add(new Date(2026, 6, 1).getTimezoneOffset());
      results.set(zone, compute());
    }
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
  if (offsets.size !== zones.length) throw new Error('The zone of this process could not be changed.');
  return results;
}
