package org.guiche.units;

/**
 * A status is about to be offered no more, or to belong to another category. Fired in the transaction that does it: whoever has
 * tickets that cannot stay there refuses.
 *
 * @param recategorised it stays, and means something else
 */
public record StatusLeaving(long unitId, long statusId, boolean recategorised) {}
