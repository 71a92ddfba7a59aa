-- Need-to-know lists end by themselves and let roles write; what hangs on a matter is as open as the matter.
drop policy reading on clues.batches;
drop policy writing on clues.batches;
drop policy retiring on clues.batches;
create policy reading on clues.batches for select to mingjing_app using (
    (select access.reaches_all('clues.batches', 'read'))
    or record = any ((select access.reached_named('clues.batches', 'read'))::uuid[]));
create policy writing on clues.batches for insert to mingjing_app with check (
    (select access.reaches_all('clues.batches', 'write'))
    or record = any ((select access.reached_named('clues.batches', 'write'))::uuid[]));
create policy retiring on clues.batches for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.batches', 'write'))
    or record = any ((select access.reached_named('clues.batches', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('clues.batches', 'write'))
    or record = any ((select access.reached_named('clues.batches', 'write'))::uuid[]));

drop policy reading on clues.clues;
drop policy writing on clues.clues;
drop policy retiring on clues.clues;
create index clues_state on clues.clues ("state", recorded_at) where retired_at is null;
create index clues_changed on clues.clues (recorded_at) where retired_at is null;
create policy reading on clues.clues for select to mingjing_app using (
    (select access.reaches_all('clues.clues', 'read'))
    or "handling_unit" = any ((select access.reached_units('clues.clues', 'read'))::uuid[])
    or record = any ((select access.reached_named('clues.clues', 'read'))::uuid[]));
create policy writing on clues.clues for insert to mingjing_app with check (
    (select access.reaches_all('clues.clues', 'write'))
    or "handling_unit" = any ((select access.reached_units('clues.clues', 'write'))::uuid[])
    or record = any ((select access.reached_named('clues.clues', 'write'))::uuid[]));
create policy retiring on clues.clues for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.clues', 'write'))
    or "handling_unit" = any ((select access.reached_units('clues.clues', 'write'))::uuid[])
    or record = any ((select access.reached_named('clues.clues', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('clues.clues', 'write'))
    or "handling_unit" = any ((select access.reached_units('clues.clues', 'write'))::uuid[])
    or record = any ((select access.reached_named('clues.clues', 'write'))::uuid[]));

drop policy reading on clues.subjects;
drop policy writing on clues.subjects;
drop policy retiring on clues.subjects;
create index subjects_follows on clues.subjects ("clue") where retired_at is null;
create policy reading on clues.subjects for select to mingjing_app using (
    (select access.reaches_all('clues.subjects', 'read'))
    or (select access.reaches_some('clues.subjects', 'read')) and exists (select from clues.clues m where m.record = subjects."clue" and m.retired_at is null));
create policy writing on clues.subjects for insert to mingjing_app with check (
    (select access.reaches_all('clues.subjects', 'write'))
    or (select access.reaches_some('clues.subjects', 'write')) and exists (select from clues.clues m where m.record = subjects."clue" and m.retired_at is null));
create policy retiring on clues.subjects for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.subjects', 'write'))
    or (select access.reaches_some('clues.subjects', 'write')) and exists (select from clues.clues m where m.record = subjects."clue" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.subjects', 'write'))
    or (select access.reaches_some('clues.subjects', 'write')) and exists (select from clues.clues m where m.record = subjects."clue" and m.retired_at is null));

drop policy reading on clues.transfers;
drop policy writing on clues.transfers;
drop policy retiring on clues.transfers;
create index transfers_follows on clues.transfers ("clue") where retired_at is null;
create policy reading on clues.transfers for select to mingjing_app using (
    (select access.reaches_all('clues.transfers', 'read'))
    or (select access.reaches_some('clues.transfers', 'read')) and exists (select from clues.clues m where m.record = transfers."clue" and m.retired_at is null));
create policy writing on clues.transfers for insert to mingjing_app with check (
    (select access.reaches_all('clues.transfers', 'write'))
    or (select access.reaches_some('clues.transfers', 'write')) and exists (select from clues.clues m where m.record = transfers."clue" and m.retired_at is null));
create policy retiring on clues.transfers for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.transfers', 'write'))
    or (select access.reaches_some('clues.transfers', 'write')) and exists (select from clues.clues m where m.record = transfers."clue" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.transfers', 'write'))
    or (select access.reaches_some('clues.transfers', 'write')) and exists (select from clues.clues m where m.record = transfers."clue" and m.retired_at is null));

drop policy reading on clues.supervisions;
drop policy writing on clues.supervisions;
drop policy retiring on clues.supervisions;
create index supervisions_follows on clues.supervisions ("clue") where retired_at is null;
create policy reading on clues.supervisions for select to mingjing_app using (
    (select access.reaches_all('clues.supervisions', 'read'))
    or (select access.reaches_some('clues.supervisions', 'read')) and exists (select from clues.clues m where m.record = supervisions."clue" and m.retired_at is null));
create policy writing on clues.supervisions for insert to mingjing_app with check (
    (select access.reaches_all('clues.supervisions', 'write'))
    or (select access.reaches_some('clues.supervisions', 'write')) and exists (select from clues.clues m where m.record = supervisions."clue" and m.retired_at is null));
create policy retiring on clues.supervisions for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.supervisions', 'write'))
    or (select access.reaches_some('clues.supervisions', 'write')) and exists (select from clues.clues m where m.record = supervisions."clue" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.supervisions', 'write'))
    or (select access.reaches_some('clues.supervisions', 'write')) and exists (select from clues.clues m where m.record = supervisions."clue" and m.retired_at is null));

drop policy reading on clues.assignments;
drop policy writing on clues.assignments;
drop policy retiring on clues.assignments;
create index assignments_follows on clues.assignments ("clue") where retired_at is null;
create policy reading on clues.assignments for select to mingjing_app using (
    (select access.reaches_all('clues.assignments', 'read'))
    or (select access.reaches_some('clues.assignments', 'read')) and exists (select from clues.clues m where m.record = assignments."clue" and m.retired_at is null));
create policy writing on clues.assignments for insert to mingjing_app with check (
    (select access.reaches_all('clues.assignments', 'write'))
    or (select access.reaches_some('clues.assignments', 'write')) and exists (select from clues.clues m where m.record = assignments."clue" and m.retired_at is null));
create policy retiring on clues.assignments for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.assignments', 'write'))
    or (select access.reaches_some('clues.assignments', 'write')) and exists (select from clues.clues m where m.record = assignments."clue" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.assignments', 'write'))
    or (select access.reaches_some('clues.assignments', 'write')) and exists (select from clues.clues m where m.record = assignments."clue" and m.retired_at is null));

drop policy reading on clues.referrals;
drop policy writing on clues.referrals;
drop policy retiring on clues.referrals;
create index referrals_follows on clues.referrals ("clue") where retired_at is null;
create policy reading on clues.referrals for select to mingjing_app using (
    (select access.reaches_all('clues.referrals', 'read'))
    or (select access.reaches_some('clues.referrals', 'read')) and exists (select from clues.clues m where m.record = referrals."clue" and m.retired_at is null));
create policy writing on clues.referrals for insert to mingjing_app with check (
    (select access.reaches_all('clues.referrals', 'write'))
    or (select access.reaches_some('clues.referrals', 'write')) and exists (select from clues.clues m where m.record = referrals."clue" and m.retired_at is null));
create policy retiring on clues.referrals for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.referrals', 'write'))
    or (select access.reaches_some('clues.referrals', 'write')) and exists (select from clues.clues m where m.record = referrals."clue" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.referrals', 'write'))
    or (select access.reaches_some('clues.referrals', 'write')) and exists (select from clues.clues m where m.record = referrals."clue" and m.retired_at is null));

drop policy reading on recheck.campaigns;
drop policy writing on recheck.campaigns;
drop policy retiring on recheck.campaigns;
create policy reading on recheck.campaigns for select to mingjing_app using (
    (select access.reaches_all('recheck.campaigns', 'read'))
    or record = any ((select access.reached_named('recheck.campaigns', 'read'))::uuid[]));
create policy writing on recheck.campaigns for insert to mingjing_app with check (
    (select access.reaches_all('recheck.campaigns', 'write')));
create policy retiring on recheck.campaigns for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('recheck.campaigns', 'write'))))
  with check (
    (select access.reaches_all('recheck.campaigns', 'write')));

drop policy reading on recheck.frames;
drop policy writing on recheck.frames;
drop policy retiring on recheck.frames;
create policy reading on recheck.frames for select to mingjing_app using (
    (select access.reaches_all('recheck.frames', 'read'))
    or record = any ((select access.reached_named('recheck.frames', 'read'))::uuid[]));
create policy writing on recheck.frames for insert to mingjing_app with check (
    (select access.reaches_all('recheck.frames', 'write')));
create policy retiring on recheck.frames for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('recheck.frames', 'write'))))
  with check (
    (select access.reaches_all('recheck.frames', 'write')));

drop policy reading on recheck.draws;
drop policy writing on recheck.draws;
drop policy retiring on recheck.draws;
create policy reading on recheck.draws for select to mingjing_app using (
    (select access.reaches_all('recheck.draws', 'read'))
    or record = any ((select access.reached_named('recheck.draws', 'read'))::uuid[]));
create policy writing on recheck.draws for insert to mingjing_app with check (
    (select access.reaches_all('recheck.draws', 'write')));
create policy retiring on recheck.draws for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('recheck.draws', 'write'))))
  with check (
    (select access.reaches_all('recheck.draws', 'write')));

drop policy reading on recheck.results;
drop policy writing on recheck.results;
drop policy retiring on recheck.results;
create policy reading on recheck.results for select to mingjing_app using (
    (select access.reaches_all('recheck.results', 'read'))
    or "recheck_unit" = any ((select access.reached_units('recheck.results', 'read'))::uuid[])
    or record = any ((select access.reached_named('recheck.results', 'read'))::uuid[]));
create policy writing on recheck.results for insert to mingjing_app with check (
    (select access.reaches_all('recheck.results', 'write'))
    or "recheck_unit" = any ((select access.reached_units('recheck.results', 'write'))::uuid[])
    or record = any ((select access.reached_named('recheck.results', 'write'))::uuid[]));
create policy retiring on recheck.results for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('recheck.results', 'write'))
    or "recheck_unit" = any ((select access.reached_units('recheck.results', 'write'))::uuid[])
    or record = any ((select access.reached_named('recheck.results', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('recheck.results', 'write'))
    or "recheck_unit" = any ((select access.reached_units('recheck.results', 'write'))::uuid[])
    or record = any ((select access.reached_named('recheck.results', 'write'))::uuid[]));

drop policy reading on casework.case_records;
drop policy writing on casework.case_records;
drop policy retiring on casework.case_records;
create policy reading on casework.case_records for select to mingjing_app using (
    (select access.reaches_all('casework.caseRecords', 'read'))
    or "unit" = any ((select access.reached_units('casework.caseRecords', 'read'))::uuid[])
    or record = any ((select access.reached_named('casework.caseRecords', 'read'))::uuid[]));
create policy writing on casework.case_records for insert to mingjing_app with check (
    (select access.reaches_all('casework.caseRecords', 'write'))
    or "unit" = any ((select access.reached_units('casework.caseRecords', 'write'))::uuid[]));
create policy retiring on casework.case_records for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('casework.caseRecords', 'write'))
    or "unit" = any ((select access.reached_units('casework.caseRecords', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('casework.caseRecords', 'write'))
    or "unit" = any ((select access.reached_units('casework.caseRecords', 'write'))::uuid[]));

drop policy reading on casework.case_steps;
drop policy writing on casework.case_steps;
drop policy retiring on casework.case_steps;
create policy reading on casework.case_steps for select to mingjing_app using (
    (select access.reaches_all('casework.caseSteps', 'read'))
    or "unit" = any ((select access.reached_units('casework.caseSteps', 'read'))::uuid[])
    or record = any ((select access.reached_named('casework.caseSteps', 'read'))::uuid[]));
create policy writing on casework.case_steps for insert to mingjing_app with check (
    (select access.reaches_all('casework.caseSteps', 'write'))
    or "unit" = any ((select access.reached_units('casework.caseSteps', 'write'))::uuid[]));
create policy retiring on casework.case_steps for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('casework.caseSteps', 'write'))
    or "unit" = any ((select access.reached_units('casework.caseSteps', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('casework.caseSteps', 'write'))
    or "unit" = any ((select access.reached_units('casework.caseSteps', 'write'))::uuid[]));

drop policy reading on casework.sentence_reliefs;
drop policy writing on casework.sentence_reliefs;
drop policy retiring on casework.sentence_reliefs;
create policy reading on casework.sentence_reliefs for select to mingjing_app using (
    (select access.reaches_all('casework.sentenceReliefs', 'read'))
    or "unit" = any ((select access.reached_units('casework.sentenceReliefs', 'read'))::uuid[])
    or record = any ((select access.reached_named('casework.sentenceReliefs', 'read'))::uuid[]));
create policy writing on casework.sentence_reliefs for insert to mingjing_app with check (
    (select access.reaches_all('casework.sentenceReliefs', 'write'))
    or "unit" = any ((select access.reached_units('casework.sentenceReliefs', 'write'))::uuid[]));
create policy retiring on casework.sentence_reliefs for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('casework.sentenceReliefs', 'write'))
    or "unit" = any ((select access.reached_units('casework.sentenceReliefs', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('casework.sentenceReliefs', 'write'))
    or "unit" = any ((select access.reached_units('casework.sentenceReliefs', 'write'))::uuid[]));

drop policy reading on casework.rule_hits;
drop policy writing on casework.rule_hits;
drop policy retiring on casework.rule_hits;
create policy reading on casework.rule_hits for select to mingjing_app using (
    (select access.reaches_all('casework.ruleHits', 'read'))
    or "unit" = any ((select access.reached_units('casework.ruleHits', 'read'))::uuid[])
    or record = any ((select access.reached_named('casework.ruleHits', 'read'))::uuid[]));
create policy writing on casework.rule_hits for insert to mingjing_app with check (
    (select access.reaches_all('casework.ruleHits', 'write'))
    or "unit" = any ((select access.reached_units('casework.ruleHits', 'write'))::uuid[]));
create policy retiring on casework.rule_hits for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('casework.ruleHits', 'write'))
    or "unit" = any ((select access.reached_units('casework.ruleHits', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('casework.ruleHits', 'write'))
    or "unit" = any ((select access.reached_units('casework.ruleHits', 'write'))::uuid[]));

drop policy reading on casework.reviews;
drop policy writing on casework.reviews;
drop policy retiring on casework.reviews;
create policy reading on casework.reviews for select to mingjing_app using (
    (select access.reaches_all('casework.reviews', 'read'))
    or "unit" = any ((select access.reached_units('casework.reviews', 'read'))::uuid[])
    or record = any ((select access.reached_named('casework.reviews', 'read'))::uuid[]));
create policy writing on casework.reviews for insert to mingjing_app with check (
    (select access.reaches_all('casework.reviews', 'write'))
    or "unit" = any ((select access.reached_units('casework.reviews', 'write'))::uuid[]));
create policy retiring on casework.reviews for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('casework.reviews', 'write'))
    or "unit" = any ((select access.reached_units('casework.reviews', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('casework.reviews', 'write'))
    or "unit" = any ((select access.reached_units('casework.reviews', 'write'))::uuid[]));

drop policy reading on casework.back_reviews;
drop policy writing on casework.back_reviews;
drop policy retiring on casework.back_reviews;
create policy reading on casework.back_reviews for select to mingjing_app using (
    (select access.reaches_all('casework.backReviews', 'read'))
    or "unit" = any ((select access.reached_units('casework.backReviews', 'read'))::uuid[])
    or record = any ((select access.reached_named('casework.backReviews', 'read'))::uuid[]));
create policy writing on casework.back_reviews for insert to mingjing_app with check (
    (select access.reaches_all('casework.backReviews', 'write'))
    or "unit" = any ((select access.reached_units('casework.backReviews', 'write'))::uuid[]));
create policy retiring on casework.back_reviews for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('casework.backReviews', 'write'))
    or "unit" = any ((select access.reached_units('casework.backReviews', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('casework.backReviews', 'write'))
    or "unit" = any ((select access.reached_units('casework.backReviews', 'write'))::uuid[]));

