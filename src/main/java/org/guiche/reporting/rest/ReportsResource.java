package org.guiche.reporting.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.reporting.Export;
import org.guiche.reporting.Exports;
import org.guiche.reporting.Report;
import org.guiche.reporting.ReportRequest;
import org.guiche.shared.NotFound;
import org.guiche.shared.web.Streaming;
import org.guiche.sheets.Format;
import org.guiche.units.Sectors;
import org.guiche.units.Units;

/** Reports of what the caller may see, as JSON or as a file; they stream. */
@Path("reports")
@ApplicationScoped
public class ReportsResource {

    @Inject
    Exports exports;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @GET
    @Path("{name}")
    @Produces(MediaType.WILDCARD)
    public Response get(
            @PathParam("name") String name,
            @BeanParam ReportParams params,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        var report = Report.of(name).orElseThrow(() -> new NotFound("reporting.export.unknown"));
        var person = user.get();
        var asked = new ReportRequest(
                report,
                params.format(),
                params.cut(units, sectors, clock, person),
                params.dimension(person),
                params.slice(),
                params.target());
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            return described(Response.ok(), exports.announce(asked, person));
        }
        var export = exports.prepare(asked, person);
        StreamingOutput bytes = out -> Streaming.send(request, response, () -> export.writeTo(out));
        return described(Response.ok(bytes), export);
    }

    private static Response described(Response.ResponseBuilder response, Export export) {
        response.type(export.format().mediaType());
        return (export.format() == Format.JSON
                        ? response
                        : response.header(
                                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + export.fileName() + "\""))
                .build();
    }
}
