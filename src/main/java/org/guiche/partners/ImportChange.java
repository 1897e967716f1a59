package org.guiche.partners;

/** What a line of a file changes: of which column, from what to what. */
public record ImportChange(String column, String before, String after) {}
