package org.guiche.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guiche.accounts.rest.TokensResource.TokenJson;
import org.guiche.api.Description.Operation;
import org.guiche.attachments.rest.ScannerResource.ScannerJson;
import org.guiche.attachments.rest.UploadsResource.UploadJson;
import org.guiche.demo.rest.DemoClockResource.ClockJson;
import org.guiche.partners.rest.CompaniesResource.CompanyStateJson;
import org.guiche.partners.rest.CompanyProjectsResource.ProjectJson;
import org.guiche.partners.rest.CompanyServicesResource.ServiceJson;
import org.guiche.partners.rest.ContractJson;
import org.guiche.partners.rest.ContractStepsResource.GeneralUserJson;
import org.guiche.partners.rest.PartnerJson;
import org.guiche.partners.rest.UserJson;
import org.guiche.privacy.rest.AnonymisationResource.AnonymisationJson;
import org.guiche.privacy.rest.DataRequestJson;
import org.guiche.support.Api;
import org.guiche.support.Site;
import org.guiche.tickets.rest.LinksResource.LinkJson;
import org.guiche.tickets.rest.MessagesResource.MessageJson;
import org.guiche.tickets.rest.RatingJson.GivenJson;
import org.guiche.tickets.rest.TicketJson;
import org.guiche.units.rest.CalendarResource.DueJson;
import org.guiche.units.rest.FormJson;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description of the API is complete and true: it says what the resources do, all of it and nothing else. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OpenApiIT {

    /** What answers as a {@code Response}, so that its type does not say what is in it. */
    private static final Map<String, Class<?>> ANSWERS = Map.ofEntries(
            Map.entry("issueToken", TokenJson.class),
            Map.entry("evaluateForm", FormJson.class),
            Map.entry("previewCalendar", DueJson.class),
            Map.entry("advanceDemoClock", ClockJson.class),
            Map.entry("rescanFiles", ScannerJson.class),
            Map.entry("takeNext", TicketJson.class),
            Map.entry("openTicket", TicketJson.class),
            Map.entry("getTicket", TicketJson.class),
            Map.entry("changeTicket", TicketJson.class),
            Map.entry("changeStatus", TicketJson.class),
            Map.entry("assignTicket", TicketJson.class),
            Map.entry("mergeTicket", TicketJson.class),
            Map.entry("undoMerge", TicketJson.class),
            Map.entry("splitTicket", TicketJson.class),
            Map.entry("followUpTicket", TicketJson.class),
            Map.entry("confirmIdentity", TicketJson.class),
            Map.entry("rateTicket", GivenJson.class),
            Map.entry("rateReply", GivenJson.class),
            Map.entry("linkTicket", LinkJson.class),
            Map.entry("inviteUser", UserJson.class),
            Map.entry("getUser", UserJson.class),
            Map.entry("changeUser", UserJson.class),
            Map.entry("exportPersonalData", DataRequestJson.class),
            Map.entry("anonymisePerson", AnonymisationJson.class),
            Map.entry("addMessage", MessageJson.class),
            Map.entry("addCompany", CompanyStateJson.class),
            Map.entry("getReport", ReportJson.class),
            Map.entry("getCompany", CompanyStateJson.class),
            Map.entry("changeCompany", CompanyStateJson.class),
            Map.entry("addCompanyService", ServiceJson.class),
            Map.entry("changeCompanyService", ServiceJson.class),
            Map.entry("addCompanyProject", ProjectJson.class),
            Map.entry("changeCompanyProject", ProjectJson.class),
            Map.entry("addPartner", PartnerJson.class),
            Map.entry("getPartner", PartnerJson.class),
            Map.entry("changePartner", PartnerJson.class),
            Map.entry("requestContract", ContractJson.class),
            Map.entry("getContract", ContractJson.class),
            Map.entry("replaceContractDocument", ContractJson.class),
            Map.entry("approveContract", ContractJson.class),
            Map.entry("refuseContract", ContractJson.class),
            Map.entry("suspendContract", ContractJson.class),
            Map.entry("resumeContract", ContractJson.class),
            Map.entry("revokeContract", ContractJson.class),
            Map.entry("renewContract", ContractJson.class),
            Map.entry("grantGeneralUser", GeneralUserJson.class));

    private static final Map<String, Set<Integer>> SUCCESSES = Map.ofEntries(
            Map.entry("POST /tokens", Set.of(201)),
            Map.entry("DELETE /tokens/{id}", Set.of(204)),
            Map.entry("POST /sectors/{key}/next", Set.of(200, 204)),
            Map.entry("POST /tickets", Set.of(201)),
            Map.entry("POST /tickets/{code}/messages", Set.of(201)),
            Map.entry("POST /tickets/{code}/split", Set.of(201)),
            Map.entry("POST /tickets/{code}/follow-up", Set.of(201)),
            Map.entry("POST /tickets/{code}/links", Set.of(201)),
            Map.entry("DELETE /tickets/{code}/links/{kind}/{other}", Set.of(204)),
            Map.entry("POST /companies", Set.of(201)),
            Map.entry("POST /companies/{id}/services", Set.of(201)),
            Map.entry("POST /companies/{id}/projects", Set.of(201)),
            Map.entry("POST /partners", Set.of(201)),
            Map.entry("POST /contracts", Set.of(201)),
            Map.entry("POST /contracts/{id}/renewal", Set.of(201)),
            Map.entry("POST /contracts/{id}/grant", Set.of(201)),
            Map.entry("POST /uploads", Set.of(201)),
            Map.entry("OPTIONS /uploads/large", Set.of(204)),
            Map.entry("POST /uploads/large", Set.of(201)),
            Map.entry("PATCH /uploads/large/{id}", Set.of(204)),
            Map.entry("DELETE /uploads/large/{id}", Set.of(204)),
            Map.entry("POST /users", Set.of(201)),
            Map.entry("GET /attachments/{id}", Set.of(200, 206, 304)));

    /** What tus says besides. */
    private static final Map<String, Set<Integer>> OF_TUS = Map.of(
            "POST /uploads/large", Set.of(400, 404, 412, 413, 503, 507),
            "HEAD /uploads/large/{id}", Set.of(412),
            "PATCH /uploads/large/{id}", Set.of(400, 409, 412, 423, 460, 507),
            "DELETE /uploads/large/{id}", Set.of(412));

    private static final Set<String> NAMES_A_COMPANY = Set.of("POST /tickets", "GET /users", "POST /users");

    /** A report, which is written while it is read and so has no type of its own. */
    record ReportJson(String report, String title, List<LineJson> about, List<TableJson> tables) {}

    record LineJson(String label, String value) {}

    record TableJson(String key, String title, List<ColumnJson> columns, List<JsonObject> rows) {}

    record ColumnJson(String key, String label) {}

    @ArquillianResource
    URL home;

    private Description description;
    private Map<String, Operation> described;

    private final List<Endpoint> endpoints = Endpoint.all();

    @BeforeEach
    void read() throws IOException, InterruptedException {
        description = Description.at(home);
        described = description.operations();
    }

    @Test
    void itIsForWhoeverIsSignedInOrHoldsAToken() {
        assertThat(status(Site.at(home), "X-Nobody", "1")).isEqualTo(302);
        assertThat(status(Site.at(home), "Authorization", "Bearer nada")).isEqualTo(401);
        var token = Api.at(home).as("carla@araca.example", "read").token();
        assertThat(status(Site.at(home), "Authorization", "Bearer " + token)).isEqualTo(200);
        assertThat(status(Site.at(home).as("carla@araca.example"), "X-Somebody", "1"))
                .isEqualTo(200);
    }

    private static int status(Site site, String header, String value) {
        return site.send(site.request("/openapi").header(header, value)).statusCode();
    }

    @Test
    void everyCallIsDescribedAndNothingElseIs() {
        assertThat(endpoints).hasSizeGreaterThan(20);
        assertThat(described.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        endpoints.stream().map(Endpoint::name).toList());
        assertThat(described)
                .allSatisfy((name, operation) ->
                        assertThat(operation.isDescribedInWords()).as(name).isTrue());
    }

    @Test
    void everyParameterIsDescribedAndNothingElseIs() {
        for (var endpoint : endpoints) {
            var expected = new TreeSet<>(endpoint.parameters());
            if (endpoint.verb().equals("POST")) {
                expected.add("header Idempotency-Key");
            }
            if (endpoint.name().equals("GET /attachments/{id}")) {
                expected.addAll(Set.of("header If-None-Match", "header Range"));
            }
            assertThat(operation(endpoint).parameters()).as(endpoint.name()).isEqualTo(expected);
        }
    }

    @Test
    void whatTakesAVersionTellsTheOneSince() {
        assertThat(endpoints.stream()
                        .filter(endpoint -> endpoint.parameters().contains("header If-Match"))
                        .map(this::operation))
                .hasSizeGreaterThan(3)
                .allSatisfy(operation -> assertThat(description.headers(operation, operation.success()))
                        .contains("ETag"));
    }

    @Test
    void everyStatusIsDescribedThatTheKindOfCallLeadsTo() {
        for (var endpoint : endpoints) {
            assertThat(operation(endpoint).statuses()).as(endpoint.name()).isEqualTo(statuses(endpoint));
        }
    }

    private static Set<Integer> statuses(Endpoint endpoint) {
        var statuses = new TreeSet<>(SUCCESSES.getOrDefault(endpoint.name(), Set.of(200)));
        statuses.addAll(Set.of(401, 429));
        statuses.addAll(OF_TUS.getOrDefault(endpoint.name(), Set.of()));
        var token = endpoint.name().equals("POST /tokens");
        if (endpoint.name().contains("{") || NAMES_A_COMPANY.contains(endpoint.name())) {
            statuses.add(404);
        }
        if (endpoint.name().startsWith("GET /users") || endpoint.name().equals("GET /scanner")) {
            statuses.add(403);
        }
        if (endpoint.name().startsWith("GET /reports")) {
            statuses.addAll(Set.of(403, 422));
        }
        if (!endpoint.verb().equals("GET") && !endpoint.verb().equals("HEAD")) {
            statuses.add(403);
        }
        if (token) {
            statuses.add(409);
        }
        if (endpoint.body().isPresent()) {
            statuses.addAll(Set.of(400, 413, 415, 422));
        }
        if (endpoint.takesBytes()) {
            statuses.addAll(Set.of(413, 415, 422, 503, 507));
        }
        if (endpoint.takesAPage() || endpoint.verb().equals("POST")) {
            statuses.add(422);
        }
        if (endpoint.parameters().contains("header If-Match")) {
            statuses.add(412);
        }
        if (endpoint.name().equals("GET /attachments/{id}")) {
            statuses.addAll(Set.of(410, 416, 423));
        }
        return statuses;
    }

    @Test
    void everyBodyIsDescribedAsItIsRead() {
        for (var endpoint : endpoints) {
            endpoint.body()
                    .ifPresent(type -> new Schemas(description, true)
                            .compare(endpoint.name(), description.body(operation(endpoint)), type));
        }
        assertThat(endpoints.stream().filter(endpoint -> endpoint.body().isPresent()))
                .hasSizeGreaterThan(6);
    }

    @Test
    void everyAnswerIsDescribedAsItIsWritten() {
        var compared = endpoints.stream()
                .filter(endpoint -> answer(endpoint) != void.class)
                .peek(endpoint -> new Schemas(description, false)
                        .compare(
                                endpoint.name(),
                                description.answer(
                                        operation(endpoint), operation(endpoint).success()),
                                answer(endpoint)))
                .map(Endpoint::name)
                .collect(Collectors.toSet());

        assertThat(endpoints.stream().map(Endpoint::name).filter(name -> !compared.contains(name)))
                .as("answers without JSON")
                .containsExactlyInAnyOrder(
                        "DELETE /tokens/{id}",
                        "DELETE /tickets/{code}/links/{kind}/{other}",
                        "GET /attachments/{id}",
                        "OPTIONS /uploads/large",
                        "POST /uploads/large",
                        "HEAD /uploads/large/{id}",
                        "PATCH /uploads/large/{id}",
                        "DELETE /uploads/large/{id}",
                        "GET /contracts/{id}/document");
    }

    /** The type of a success; {@code void} where it has no JSON. */
    private Type answer(Endpoint endpoint) {
        var id = operation(endpoint).json().getString("operationId");
        var declared = endpoint.method().getGenericReturnType();
        if (id.equals("upload")) {
            return UploadJson.class;
        }
        return declared instanceof Class<?> type && !type.isRecord() ? ANSWERS.getOrDefault(id, void.class) : declared;
    }

    private Operation operation(Endpoint endpoint) {
        return Objects.requireNonNull(described.get(endpoint.name()), endpoint.name());
    }
}
