package org.guiche.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for a contract, as an administrator sees it.
 *
 * @param personId who was signed in, if anybody was
 */
public record AccessDetails(
        String agency,
        String contactName,
        String email,
        String phone,
        String userCpf,
        String portfolio,
        Instant askedAt,
        @Nullable Long personId) {}
