package org.guiche.tickets;

/**
 * A message just written.
 *
 * @param version of the ticket since then
 */
public record Said(MessageDetails message, int version) {}
