package org.guiche.partners;

import org.guiche.shared.Cnpj;
import org.jspecify.annotations.Nullable;

/** A client company, with the group that its people belong to. */
public record Company(
        long id, long groupId, String name, @Nullable Cnpj cnpj) {}
