package org.guiche.sheets;

/**
 * What a column of a table holds.
 *
 * @param key what programs call it
 * @param label what people call it
 * @param width about how many letters its values have
 */
public record Heading(String key, String label, int width) {}
