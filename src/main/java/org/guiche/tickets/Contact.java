package org.guiche.tickets;

import org.jspecify.annotations.Nullable;

/** Whom to talk to about a ticket, as confirmed while it was opened (S0-20). */
public record Contact(
        String name,
        String email,
        @Nullable String phone,
        @Nullable String company) {}
