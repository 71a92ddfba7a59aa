const day = 86_400_000;
/** Serial 61 is 1900-03-01; counted back without the leap day that 1900 never had, day 0 is this one. */
const epoch = Date.UTC(1899, 11, 30);

/**
 * Excel day number (1900 system) of an ISO day or local moment (`2021-03-01`, `2021-03-01T14:30:00`), the zone left aside; null when it is neither.
 * Before 1900-03-01 Excel counts one day less, because it believes that 1900-02-29 existed.
 */
export function isoSerial(iso: string): number | null {
  const local = iso.slice(0, 19).replace(' ', 'T');
  const time = Date.parse(local.includes('T') ? `${local.replace(/Z$/, '')}Z` : `${local}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  const serial = (time - epoch) / day;
  return serial < 61 ? serial - 1 : serial;
}

/** Moment of an Excel day number as UTC milliseconds of the local clock, to the second; null for 1900-02-29 (serial 60), which never was, and outside 1900 to 9999. */
export function serialTime(serial: number): number | null {
  if (!(serial >= 0 && serial < 2_958_466) || Math.floor(serial) === 60) return null;
  const days = serial < 60 ? serial + 1 : serial;
  // Rounded to the second: Excel's fractions of a day are a few microseconds off.
  return Math.round((epoch + days * day) / 1000) * 1000;
}

/** A day number as text: `2021-03-01`, `2021-03-01 14:30:00`, or `14:30:00` for a time alone; the bare number when there is no such day. */
export function serialText(serial: number): string {
  const time = serialTime(serial);
  if (time === null) return String(serial);
  const iso = new Date(time).toISOString();
  if (serial < 1) return iso.slice(11, 19);
  return time % day === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}
