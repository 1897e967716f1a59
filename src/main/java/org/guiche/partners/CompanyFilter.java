package org.guiche.partners;

import org.jspecify.annotations.Nullable;

/**
 * Which companies a list shows.
 *
 * @param words how words of the name begin, or how the CNPJ does; empty for any
 * @param active only those that take new tickets, or only those that do not
 * @param withCnpj only those whose CNPJ is known, or only the others
 */
public record CompanyFilter(
        String words, @Nullable Boolean active, @Nullable Boolean withCnpj) {

    /** All of them. */
    public static final CompanyFilter ALL = new CompanyFilter("", null, null);
}
