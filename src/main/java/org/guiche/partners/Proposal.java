package org.guiche.partners;

import org.jspecify.annotations.Nullable;

/**
 * A line of the portfolio that a partner asked for.
 *
 * @param company the one of that CNPJ or name, if there is one
 */
public record Proposal(String line, @Nullable Company company) {}
