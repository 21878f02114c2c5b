import type { Locale } from '../../server/text/span.ts';

/** `95.1 % (39/41), 83.9–98.7`: a rate, its count and its 95 % interval (Wilson). */
export function interval(part: number, whole: number, locale: Locale): string {
  if (whole === 0) return '–';
  const z = 1.96;
  const p = part / whole;
  const middle = (p + (z * z) / (2 * whole)) / (1 + (z * z) / whole);
  const half = (z * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole))) / (1 + (z * z) / whole);
  const percent = (x: number): string => (100 * Math.min(1, Math.max(0, x))).toFixed(0);
  const open = locale === 'zh' ? '（' : ' (';
  const close = locale === 'zh' ? '），' : '), ';
  return `${(100 * p).toFixed(1)} %${open}${part}/${whole}${close}${percent(middle - half)}–${percent(middle + half)}`;
}

export const shares = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`;

/** `95.1 39/41 84–99`: the same for a terminal. */
export function cell(part: number, whole: number): string {
  if (whole === 0) return '–';
  return interval(part, whole, 'en').replace(/ % \((\d+\/\d+)\), /, ' $1 ');
}
