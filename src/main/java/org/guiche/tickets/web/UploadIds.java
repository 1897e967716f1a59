package org.guiche.tickets.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What an upload field of a form sends: the ids of its files, joined by commas. */
final class UploadIds {

    /** An id of ours, as text. */
    static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private UploadIds() {}

    /** Each id once, in the order sent; what is none is left out. */
    static List<UUID> of(String joined) {
        return Arrays.stream(joined.split(",", -1))
                .filter(id -> ID.matcher(id).matches())
                .map(UUID::fromString)
                .distinct()
                .toList();
    }
}
