package org.guiche.partners;

/** Something a company contracted (S1-05). */
public record ContractedService(long id, String name) {}
