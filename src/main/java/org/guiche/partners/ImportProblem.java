package org.guiche.partners;

/**
 * Why a line of a file is refused.
 *
 * @param column the heading of the cell at fault, as the file says it; empty where it is none
 * @param place which column that is, the first being 1; 0 where it is none
 */
public record ImportProblem(String column, int place, String sentence) {}
