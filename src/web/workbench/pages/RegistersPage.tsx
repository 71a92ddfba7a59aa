import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Input, Tag } from 'antd';
import { useState } from 'react';
import { findRegister, rooms } from '../../../modules/pages.ts';
import { type RegisterSummary, registersQuery } from '../../api/registers.ts';
import { Anchor } from '../../kit/Anchor.tsx';
import { Asked } from '../../kit/Asked.tsx';
import { Page } from '../../kit/Page.tsx';
import { paths } from '../../kit/paths.ts';
import { sayTotal } from '../../kit/say-total.ts';
import { useSpeech } from '../../locales/index.ts';

/** Whether a register is called so in either language. */
function isCalled(summary: RegisterSummary, text: string): boolean {
  const words = findRegister(summary.name)?.words;
  const wanted = text.trim().toLowerCase();
  return words !== undefined && [words.zh, words.en].some((name) => name.toLowerCase().includes(wanted));
}

/** All registers the account may read, by module. */
export default function RegistersPage() {
  const { t, say } = useSpeech();
  const [text, setText] = useState('');
  const summaries = useQuery(registersQuery);
  const found = (summaries.data ?? []).filter((summary) => isCalled(summary, text));
  return (
    <Page
      title={t.registers.title}
      actions={
        <Input.Search
          aria-label={t.registers.search}
          placeholder={t.registers.searchHint}
          value={text}
          onChange={(event) => setText(event.target.value)}
          allowClear
          style={{ width: 300, maxWidth: '100%' }}
        />
      }
    >
      <Asked query={summaries} />
      {summaries.isSuccess && found.length === 0 && <Empty description={t.registers.none} />}
      <div className="rooms">
        {rooms.map((room) => {
          const ofRoom = found.filter((summary) => summary.module === room.name);
          if (ofRoom.length === 0) return null;
          return (
            <Card key={room.name} size="small" title={<h2>{say(room.words)}</h2>}>
              <ul className="room-registers">
                {ofRoom.map((summary) => (
                  <li key={summary.name}>
                    <Anchor to={paths.register(summary.name)}>{say(findRegister(summary.name)!.words)}</Anchor>
                    <span className="quiet numbers">
                      {sayTotal(summary.total, t.registers.records, t.registers.aboutRecords)}
                    </span>
                    {!summary.mayWrite && <Tag>{t.registers.readOnly}</Tag>}
                  </li>
                ))}
              </ul>
            </Card>
          );
        })}
      </div>
    </Page>
  );
}
