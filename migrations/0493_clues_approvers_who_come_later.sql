-- Whoever becomes an approver after a proposal is named for it as if the account had stood before, also where no workbook brought the clue in:
-- where the only approver leaves, nobody could decide otherwise.
create or replace function clues.name_approvers(of_account uuid, given uuid[], of_act uuid) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into access.named (register, record, account, act, granted_at)
  select 'clues.clues', c.record, a.account, coalesce(of_act, c.act), clock_timestamp()
  from clues.clues c
  cross join lateral clues.free_accounts('APPROVER', c.record) a
  where c.retired_at is null
    and c.state in ('DISPOSAL_PROPOSED', 'DISPOSAL_APPROVED', 'IN_VERIFICATION', 'ON_HOLD', 'REPORTED', 'REVIEWED')
    and (given is null or c.record = any (given))
    and (of_account is null or a.account = of_account)
    and not exists (
      select from access.named n
      where n.register = 'clues.clues' and n.record = c.record and n.account = a.account and n.ended_at is null and n.expires_at is null)
$$;
comment on function clues.name_approvers(uuid, uuid[], uuid) is
  'names the approvers, or one of them, for clues after their proposal; null stands for all';
comment on function clues.name_new_approver() is 'names whoever becomes an approver for clues after their proposal';

select clues.name_approvers(null, null, null);
