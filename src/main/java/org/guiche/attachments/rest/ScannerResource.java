package org.guiche.attachments.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.ScannerDesk;
import org.guiche.attachments.ScannerState;
import org.guiche.shared.rest.Idempotent;
import org.jspecify.annotations.Nullable;

/** The virus scanner, for administrators. */
@Path("scanner")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ScannerResource {

    @EJB
    ScannerDesk desk;

    @Inject
    CurrentUser user;

    /**
     * How the search for viruses stands.
     *
     * @param whenAway {@code hold} or {@code allow}
     * @param waiting contents that nobody may have yet
     * @param failed those in line that the scanner failed to look at
     * @param crashed those of them that it went away over
     * @param again those in line that were kept before
     */
    public record ScannerJson(
            boolean configured,
            boolean answers,
            String version,
            @Nullable Instant since,
            String whenAway,
            long waiting,
            long failed,
            long crashed,
            long again,
            long unscanned,
            long infected,
            @Nullable RescanJson rescan) {

        private static ScannerJson of(ScannerState state) {
            var last = state.rescan();
            return new ScannerJson(
                    state.configured(),
                    state.answers(),
                    state.version(),
                    state.since(),
                    state.letsThrough() ? "allow" : "hold",
                    state.waiting(),
                    state.failed(),
                    state.crashed(),
                    state.again(),
                    state.unscanned(),
                    state.infected(),
                    last == null ? null : new RescanJson(last.askedAt(), last.queued(), last.doneAt()));
        }
    }

    /** All that is kept, looked at once more. */
    public record RescanJson(
            Instant askedAt, long queued, @Nullable Instant doneAt) {}

    @GET
    public ScannerJson state() {
        return ScannerJson.of(desk.look(user.get()));
    }

    /** Has all that is kept looked at once more. */
    @POST
    @Path("rescans")
    @Idempotent
    public Response rescan() {
        return Response.ok(ScannerJson.of(desk.rescan(user.get()))).build();
    }
}
