package org.guiche.partners;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A project of a company, as administrators see it.
 *
 * @param partner who carries it out; null for the company itself
 * @param concludedOn since when its tickets go the general way (S0-08); null while it lasts
 */
public record ProjectState(
        long id,
        String name,
        @Nullable PartnerName partner,
        @Nullable LocalDate concludedOn,
        int version) {}
