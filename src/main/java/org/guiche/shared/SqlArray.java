package org.guiche.shared;

import java.util.Collection;
import java.util.stream.Collectors;

/** Numbers as one value of a query: {@code any(cast(?1 as bigint[]))} is the same statement however many there are. */
public final class SqlArray {

    private SqlArray() {}

    /** In PostgreSQL's own writing: {@code {1,2}}; {@code {}} for none. */
    public static String of(Collection<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
