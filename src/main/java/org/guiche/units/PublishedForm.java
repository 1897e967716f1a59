package org.guiche.units;

import java.time.Instant;

/**
 * A version of a unit's form, as a list shows it.
 *
 * @param publishedBy who published it; empty for what the installation began with
 */
public record PublishedForm(int number, Instant publishedAt, String publishedBy) {}
