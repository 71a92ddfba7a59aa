-- A desk of somebody with a need-to-know list asks which of its matters have a limit that runs: what was closed long ago answers from
-- an index that does not hold it, instead of by reading its ended limits.

create index clue_clocks_waiting on clues.clue_clocks ("matter") where retired_at is null and "stopped_at" is null;
create index record_clocks_waiting on interference.record_clocks ("matter") where retired_at is null and "stopped_at" is null;
create index talk_clocks_waiting on conduct.talk_clocks ("matter") where retired_at is null and "stopped_at" is null;
create index problem_item_clocks_waiting on conduct.problem_item_clocks ("matter") where retired_at is null and "stopped_at" is null;
create index self_report_clocks_waiting on conduct.self_report_clocks ("matter") where retired_at is null and "stopped_at" is null;
create index leniency_decision_clocks_waiting on conduct.leniency_decision_clocks ("matter") where retired_at is null and "stopped_at" is null;
create index hearing_clocks_waiting on clues.hearing_clocks ("matter") where retired_at is null and "stopped_at" is null;
create index review_request_clocks_waiting on clues.review_request_clocks ("matter") where retired_at is null and "stopped_at" is null;
create index clearing_clocks_waiting on clues.clearing_clocks ("matter") where retired_at is null and "stopped_at" is null;
