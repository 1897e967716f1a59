package org.guiche.partners;

/** A project of a company. A concluded one stops nobody: its tickets follow the unit's general flow (S0-08). */
public record Project(long id, long companyId, String name, boolean concluded) {}
