package org.guiche.accounts;

/**
 * Nobody must find that person here any more: whoever has something of him or her takes it away while observing, in the same
 * transaction. What is told and counted of tickets stays, under {@code Pessoa removida} and a number.
 *
 * @param alias what the person is called from now on
 * @param address where nobody is reached any more
 */
public record PersonAnonymised(long personId, String alias, String address, Traces traces) {}
