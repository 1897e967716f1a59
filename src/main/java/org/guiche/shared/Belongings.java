package org.guiche.shared;

import java.util.List;

/**
 * What a module keeps for people besides their account and their tickets, told where somebody takes a copy of all that is kept. A module
 * that has something has a bean of this for each kind; what it has goes with the person by itself.
 */
public interface Belongings {

    /** A value of one of them: how programs call it, how people do, and what it is. */
    record Value(String key, String label, String text) {}

    /** How programs call all of them. */
    String key();

    /** How people do. */
    String title();

    /** Each of that person's, as its values. */
    List<List<Value>> of(long personId);
}
