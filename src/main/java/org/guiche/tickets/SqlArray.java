package org.guiche.tickets;

import java.util.Collection;
import java.util.stream.Collectors;

/** Numbers as one value of a query: {@code any(cast(?1 as bigint[]))} is the same statement however many there are. */
final class SqlArray {

    private SqlArray() {}

    static String of(Collection<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
