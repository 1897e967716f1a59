package org.guiche.units;

/**
 * A sector as it stands.
 *
 * @param revision how often it was changed
 */
public record SectorState(long id, long revision, SectorText text) {}
