package org.guiche.partners;

import org.guiche.shared.Cnpj;
import org.jspecify.annotations.Nullable;

/** A company in a list. */
public record CompanyRow(long id, String name, @Nullable Cnpj cnpj, boolean active) {}
