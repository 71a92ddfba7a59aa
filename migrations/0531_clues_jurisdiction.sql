-- The column says in English what the steps now say.

comment on column clues.clue_history.jurisdiction is '管辖 / Jurisdiction';
