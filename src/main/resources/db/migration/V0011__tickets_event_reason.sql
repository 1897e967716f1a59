-- Why a status was chosen, by the key of its reason: without it the history could not tell one wait from the next.
alter table tickets_event add column reason text;
