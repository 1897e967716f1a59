package org.guiche.accounts;

/** A group, and what it is called. */
public record GroupName(long id, String name) {}
