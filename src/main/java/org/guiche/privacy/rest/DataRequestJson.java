package org.guiche.privacy.rest;

import java.time.Instant;
import org.guiche.privacy.DataRequest;
import org.guiche.privacy.RequestKind;
import org.guiche.privacy.RequestState;
import org.guiche.shared.NotFound;
import org.jspecify.annotations.Nullable;

/** What was asked about somebody's data, and how far it is. */
public record DataRequestJson(
        long id,
        long person,
        RequestKind kind,
        RequestState state,
        Instant askedAt,
        String dueOn,
        @Nullable String waitsUntil) {

    static DataRequestJson of(DataRequest request) {
        var until = request.waitsUntil();
        return new DataRequestJson(
                request.id(),
                request.personId(),
                request.kind(),
                request.state(),
                request.askedAt(),
                request.dueOn().toString(),
                until == null ? null : until.toString());
    }

    /** The number of a person as it stands in the address; what is none is nobody's. */
    static long person(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound("accounts.person.not-found");
        }
        return Long.parseLong(id);
    }
}
