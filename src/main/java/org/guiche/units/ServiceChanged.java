package org.guiche.units;

/** What a unit promises, or when it serves, is different now. Fired in the transaction that changes it. */
public record ServiceChanged(long unitId) {}
