-- How often something was done in a window of time that begins with the first time; keys are hashed, since some hold an address.
create table shared_quota (
    key bytea not null,
    used integer not null,
    window_start timestamptz not null,
    constraint shared_quota_pkey primary key (key)
);
