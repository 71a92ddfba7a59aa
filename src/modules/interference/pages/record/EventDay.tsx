import { useState } from 'react';
import { dayNumber, dayOf, dayText } from '../../../../platform/calendar/day.ts';
import { fill } from '../../../../platform/words.ts';
import { DayPicker } from '../../../../web/kit/DayPicker.tsx';
import { useSpeech } from '../../../../web/locales/index.ts';
import { FILING_DAYS } from '../../rules.ts';
import { Taps } from './Taps.tsx';
import { texts } from './texts.ts';

interface Props {
  /** These three are given by the form. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (day: string | undefined) => void;
  readonly label: string;
}

/** The day it happened: today unless said otherwise, and told at once when it will count as back-filled. */
export function EventDay({ id, value, onChange, label }: Props) {
  const { say } = useSpeech();
  const today = dayOf(new Date());
  const yesterday = dayText(dayNumber(today) - 1);
  const [picking, setPicking] = useState(false);
  // A draft that is resumed days later brings its own day.
  const earlier = picking || (value !== undefined && value !== today && value !== yesterday);
  const chosen = earlier ? 'earlier' : value === yesterday ? 'yesterday' : 'today';
  const lag = value ? dayNumber(today) - dayNumber(value) : 0;
  return (
    <div className="stack" style={{ gap: 8 }}>
      <Taps
        id={id}
        label={label}
        value={chosen}
        onChange={(next) => {
          setPicking(next === 'earlier');
          if (next !== 'earlier') onChange?.(next === 'today' ? today : yesterday);
        }}
        options={(['today', 'yesterday', 'earlier'] as const).map((one) => ({ value: one, label: say(texts[one]) }))}
      />
      {earlier && <DayPicker label={label} value={value} onChange={onChange} />}
      {lag > FILING_DAYS && (
        <span className="quiet" role="status">
          {fill(say(texts.willBeLate), { days: lag, limit: FILING_DAYS })}
        </span>
      )}
    </div>
  );
}
