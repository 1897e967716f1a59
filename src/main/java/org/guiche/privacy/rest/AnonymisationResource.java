package org.guiche.privacy.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.guiche.accounts.ErasurePlan;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.privacy.DataRequests;
import org.guiche.shared.Texts;
import org.guiche.shared.rest.Idempotent;
import org.jspecify.annotations.Nullable;

/** Makes a person nobody (LGPD, art. 16 and 18): what it would do, or that it be done. */
@Path("users/{id}/anonymisation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AnonymisationResource {

    @EJB
    DataRequests requests;

    @Inject
    CurrentUser user;

    /** Why; a trial needs no reason. */
    public record NewAnonymisationJson(@Nullable String reason) {}

    /** So many of something, in a sentence. */
    public record PlanLineJson(String text, long count) {}

    /** What has to be waited for; until when, where a calendar says. */
    public record PlanWaitJson(
            String text, long count, @Nullable String until) {}

    /** What goes, what stays, what has to be waited for; and what was asked, unless it was a trial. */
    public record AnonymisationJson(
            @Nullable DataRequestJson request,
            List<PlanLineJson> goes,
            List<PlanLineJson> stays,
            List<PlanWaitJson> waits) {

        static AnonymisationJson of(@Nullable DataRequestJson request, ErasurePlan plan) {
            return new AnonymisationJson(
                    request,
                    lines(plan.goes()),
                    lines(plan.stays()),
                    plan.waits().stream()
                            .map(one -> new PlanWaitJson(
                                    text(one.key(), one.count()),
                                    one.count(),
                                    one.until() == null ? null : one.until().toString()))
                            .toList());
        }

        private static List<PlanLineJson> lines(List<ErasurePlan.Line> lines) {
            return lines.stream()
                    .map(one -> new PlanLineJson(text(one.key(), one.count()), one.count()))
                    .toList();
        }

        private static String text(String key, long count) {
            return Texts.get(Texts.has(key) ? key : "accounts.erasure.other", count);
        }
    }

    /** For those who answer for data, and administrators; with {@code dryRun} nothing is done. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response anonymise(
            @PathParam("id") String id, @QueryParam("dryRun") boolean dryRun, NewAnonymisationJson body) {
        var person = DataRequestJson.person(id);
        var plan = requests.plan(person, user.get());
        var asked = dryRun
                ? null
                : DataRequestJson.of(requests.eraseFor(person, body.reason() == null ? "" : body.reason(), user.get()));
        return Response.ok(AnonymisationJson.of(asked, plan)).build();
    }
}
