/** The day so many weeks before another, both `YYYY-MM-DD`. */
export function weeksBefore(day: string, weeks: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - weeks * 7);
  return at.toISOString().slice(0, 10);
}
