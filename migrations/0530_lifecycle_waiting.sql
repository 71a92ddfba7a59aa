-- Desks ask which limits run, of these matters or of this kind: they are found in an index that holds no ended limit, so that no desk
-- reads what was closed long ago.

create index clue_clocks_waiting on clues.clue_clocks ("matter", "clock", "number") where retired_at is null and "stopped_at" is null;
create index record_clocks_waiting on interference.record_clocks ("matter", "clock", "number") where retired_at is null and "stopped_at" is null;
create index talk_clocks_waiting on conduct.talk_clocks ("matter", "clock", "number") where retired_at is null and "stopped_at" is null;
create index problem_item_clocks_waiting on conduct.problem_item_clocks ("matter", "clock", "number") where retired_at is null and "stopped_at" is null;
create index self_report_clocks_waiting on conduct.self_report_clocks ("matter", "clock", "number") where retired_at is null and "stopped_at" is null;
create index leniency_decision_clocks_waiting on conduct.leniency_decision_clocks ("matter", "clock", "number") where retired_at is null and "stopped_at" is null;
create index hearing_clocks_waiting on clues.hearing_clocks ("matter", "clock", "number") where retired_at is null and "stopped_at" is null;
create index review_request_clocks_waiting on clues.review_request_clocks ("matter", "clock", "number") where retired_at is null and "stopped_at" is null;
create index clearing_clocks_waiting on clues.clearing_clocks ("matter", "clock", "number") where retired_at is null and "stopped_at" is null;
