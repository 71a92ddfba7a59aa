import { Empty, Input, Modal } from 'antd';
import { useState } from 'react';
import { formatFigure } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { ShownFigure } from '../prose/Prose.tsx';

interface Props {
  readonly figures: readonly ShownFigure[];
  readonly onChoose: (figure: string) => void;
  readonly onClose: () => void;
}

const shown = 12;

/** Finds a figure by name or id; Enter takes the first one found. */
export function FigureSearch({ figures, onChoose, onClose }: Props) {
  const { t, say, language } = useSpeech();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const found = figures.filter(({ id, words }) =>
    [id, words.zh, words.en].some((name) => name.toLowerCase().includes(wanted)),
  );
  return (
    <Modal open title={t.bulletins.insertTitle} footer={null} onCancel={onClose}>
      <Input
        autoFocus
        aria-label={t.bulletins.search}
        placeholder={t.bulletins.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => found[0] && onChoose(found[0].id)}
      />
      {found.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.bulletins.noFigure} />}
      <ul className="figure-choices">
        {found.slice(0, shown).map((figure) => {
          const { value, unit } = formatFigure(figure.value, figure.unit, language);
          return (
            <li key={figure.id}>
              <button type="button" onClick={() => onChoose(figure.id)}>
                <span>{say(figure.words)}</span>
                <strong className="numbers">
                  {value} {unit}
                </strong>
                <span className="quiet break">
                  {figure.id}
                  {figure.kind === 'label' && ` · ${t.figures.slogan}`}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
