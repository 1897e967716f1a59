package org.guiche.reporting;

/**
 * A report that somebody keeps.
 *
 * @param address what stands behind the question mark of its page; empty for the report as it comes
 */
public record SavedView(String name, String address) {}
