export interface Bar {
  readonly key: string;
  readonly label: string;
  /** Null for what must not be shown; its words say why. */
  readonly value: number | null;
  readonly text: string;
  /** A line to compare with, on the same scale. */
  readonly mark?: number;
}

interface Props {
  /** What the bars show, for those who hear the page. */
  readonly label: string;
  readonly bars: readonly Bar[];
  /** The length of the whole line; the longest bar when left out. */
  readonly most?: number;
}

/** Numbers side by side as bars. Each says its number in words too, so nothing stands in its length alone. */
export function Bars({ label, bars, most }: Props) {
  const whole = most ?? Math.max(1, ...bars.map(({ value, mark }) => Math.max(value ?? 0, mark ?? 0)));
  const share = (value: number): string => `${Math.min(100, (value / whole) * 100)}%`;
  return (
    <ul className="bars" aria-label={label}>
      {bars.map(({ key, label: name, value, text, mark }) => (
        <li key={key}>
          <span className="bar-name">{name}</span>
          <span className="bar-line" aria-hidden>
            <span className="bar" style={{ width: share(value ?? 0) }} />
            {mark !== undefined && <span className="bar-mark" style={{ left: share(mark) }} />}
          </span>
          <span className="bar-text numbers">{text}</span>
        </li>
      ))}
    </ul>
  );
}
