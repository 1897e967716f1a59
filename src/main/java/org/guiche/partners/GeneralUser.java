package org.guiche.partners;

import java.time.Instant;

/** Somebody who is or was a partner's general user. */
public record GeneralUser(long personId, String name, String maskedCpf, Instant since, boolean access) {}
