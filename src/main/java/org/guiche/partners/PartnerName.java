package org.guiche.partners;

/** A partner, as far as a ticket needs to know it. */
public record PartnerName(long id, long groupId, String name) {}
