package org.guiche.partners;

/**
 * A company as administrators see it.
 *
 * @param version raised by every change of these data
 */
public record CompanyState(long id, long groupId, int version, CompanyText text) {}
