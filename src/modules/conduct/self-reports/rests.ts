import { type RawBuilder, sql } from 'kysely';

/** States of a report that has been looked into: who brings it in by a workbook says that this was done, on paper. */
const LOOKED_INTO = ['CLASSIFIED', 'PROPOSED', 'DECIDED'];

/**
 * Whether a report rests though its state leads on: it came in a workbook with what was made of it on paper, and nobody has taken a
 * step of it here. Once somebody does, it waits like any other.
 * @param t alias of conduct.self_reports
 */
export const settledOnPaper = (t: string): RawBuilder<boolean> => sql<boolean>`(
  ${sql.ref(`${t}.state`)} = any (${LOOKED_INTO}) and not exists (select from conduct.self_report_steps s
    where s.matter = ${sql.ref(`${t}.record`)} and s.retired_at is null))`;
