import type { Column } from '../../../../platform/register/columns.ts';
import { CellValue } from '../../../../web/kit/CellValue.tsx';
import { useSpeech } from '../../../../web/locales/index.ts';

interface Props {
  readonly of: Readonly<Record<string, Column>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly keys: readonly string[];
}

/** Some columns of what a register would hold, as the own file shows them. */
export function Facts({ of, values, keys }: Props) {
  const { say } = useSpeech();
  return (
    <dl className="facts">
      {keys.map((key) => (
        <div key={key} className={of[key]!.kind === 'text' ? 'facts-wide' : undefined}>
          <dt>{say(of[key]!.words)}</dt>
          <dd className="prewrap">
            <CellValue column={of[key]!} value={(values[key] ?? null) as string | null} title={undefined} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
