import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Button, Card, Input } from 'antd';
import { useId, useState } from 'react';
import { fill, words } from '../../../../platform/words.ts';
import { choicesQuery } from '../../../../web/api/registers.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { DraftItem } from './draft.ts';
import { itemWords } from './words.ts';

const texts = {
  title: words('第 {n} 项', 'Matter {n}'),
  remove: words('删除这一项', 'Remove this matter'),
  happenedHint: words('何时何地、做了什么、起因和结果。', 'When and where, what was done, why, and what came of it.'),
  more: words('补充细节（选填）', 'Details (optional)'),
};
const lines = ['occurredFrom', 'occurredTo', 'place', 'persons', 'amount', 'disclosedTo'] as const;

interface Props {
  readonly item: DraftItem;
  readonly number: number;
  readonly onChange: (item: DraftItem) => void;
  readonly onRemove?: () => void;
}

/** One matter being written. The kinds are fetched once as a list: what is typed is looked up here and told to nobody. */
export function ItemCard({ item, number, onChange, onRemove }: Props) {
  const { say } = useSpeech();
  const id = useId();
  const [more, setMore] = useState(lines.some((key) => item[key]) || !!item.evidence);
  const kinds = useQuery({ ...choicesQuery('rectification.problemKinds', ''), staleTime: Number.POSITIVE_INFINITY });
  const field = (key: keyof DraftItem) => ({
    id: `${id}-${key}`,
    value: item[key] ?? '',
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...item, [key]: target.value }),
  });
  const label = (key: keyof DraftItem) => <label htmlFor={`${id}-${key}`}>{say(itemWords[key])}</label>;
  return (
    <Card
      size="small"
      className="card-gap"
      title={<h3>{fill(say(texts.title), { n: number })}</h3>}
      extra={
        onRemove && (
          <Button size="small" onClick={onRemove} aria-label={`${say(texts.remove)} ${number}`}>
            {say(texts.remove)}
          </Button>
        )
      }
    >
      <div className="self-fields">
        <div>
          {label('problemKind')}
          <AutoComplete
            id={`${id}-problemKind`}
            value={item.problemKind ?? ''}
            onChange={(problemKind: string) => onChange({ ...item, problemKind })}
            options={[...new Set(kinds.data?.map(({ title }) => title))].map((value) => ({ value }))}
            showSearch={{ filterOption: (typed, option) => String(option?.value).includes(typed) }}
            maxLength={300}
            style={{ width: '100%' }}
          />
        </div>
        <div>
          {label('happened')}
          <Input.TextArea {...field('happened')} autoSize={{ minRows: 4 }} maxLength={6_000} />
          <p className="card-hint">{say(texts.happenedHint)}</p>
        </div>
        {!more && <Button onClick={() => setMore(true)}>{say(texts.more)}</Button>}
        {more && (
          <>
            <div className="self-lines">
              {lines.map((key) => (
                <div key={key}>
                  {label(key)}
                  <Input {...field(key)} maxLength={300} />
                </div>
              ))}
            </div>
            <div>
              {label('evidence')}
              <Input.TextArea {...field('evidence')} autoSize={{ minRows: 2 }} maxLength={2_000} />
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
