package org.guiche.partners;

/** A partner as an administrator sees and edits it. */
public record PartnerDetails(long id, int version, boolean active, PartnerText text) {}
