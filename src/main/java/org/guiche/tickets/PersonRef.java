package org.guiche.tickets;

/** A person, as far as somebody who sees the ticket needs to know. */
public record PersonRef(long id, String name) {}
