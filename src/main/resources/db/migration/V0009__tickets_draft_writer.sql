-- The window that wrote a draft last: another one that is behind is told, and does not write over it.
alter table tickets_draft add column writer uuid;
