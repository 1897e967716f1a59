package org.guiche.shared.rest;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** How much of a list is asked for, and from where on. */
public class Paging {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    @QueryParam("limit")
    @Parameter(
            description = "1 a 200",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "O `next` da página anterior")
    @Nullable
    String cursor;

    /** How many rows at most; refuses anything but 1 to 200. */
    public int limit() {
        if (limit == null) {
            return USUAL;
        }
        var wanted = limit.matches("\\d{1,3}") ? Integer.parseInt(limit) : 0;
        if (wanted < 1 || wanted > MOST) {
            throw RuleViolation.of("limit", "shared.limit.invalid");
        }
        return wanted;
    }

    /** Where to go on; null for the beginning. */
    public @Nullable String cursor() {
        return cursor;
    }
}
