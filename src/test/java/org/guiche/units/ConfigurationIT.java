package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A unit is one document: read, changed and written down as a whole. */
@ExtendWith(ArquillianExtension.class)
class ConfigurationIT {

    @EJB
    Configuration configuration;

    @Inject
    Units units;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    /** The unit of the test, which takes no tickets when it ends. */
    private final String key = "teste-" + System.nanoTime();

    private boolean isAdded;

    @AfterEach
    void closeTheUnit() {
        if (isAdded) {
            change(unit -> unit.add("active", false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"parceiros", "agencia", "erp", "cx", "loja"})
    void aDemoUnitIsTheDocumentThatItWasAddedFrom(String key) {
        assertThat(Difference.of(written(demo(key)), configuration.document(key))
                        .parts())
                .isEmpty();
    }

    @Test
    void aUnitIsChangedAsAWholeAndKeepsItsRows() {
        add("cx");
        var before = unit();

        change(unit -> unit.add("name", "Outro nome")
                .add("parents", Json.createArrayBuilder().add("Matriz"))
                .add(
                        "statuses",
                        eachStatus(status -> status.getString("key").equals("pendente")
                                ? JsonText.object(status)
                                        .add("publicName", "Com você")
                                        .build()
                                : status)));

        assertThat(unit().pathLabel()).isEqualTo("Matriz › Outro nome");
        assertThat(unit().status("pendente").publicName()).isEqualTo("Com você");
        assertThat(unit().status("pendente").id())
                .isEqualTo(before.status("pendente").id());
        assertThat(unit().form().number()).isEqualTo(1);
    }

    @Test
    void whatIsOfferedNoMoreStaysForItsTickets() {
        add("cx");
        var pending = unit().status("pendente").id();
        var reason = unit().status("em-espera").reason("ti").orElseThrow().id();

        change(unit -> unit.add("statuses", eachStatus(status -> switch (status.getString("key")) {
            case "pendente" -> JsonValue.NULL;
            case "em-espera" ->
                JsonText.object(status)
                        .add(
                                "reasons",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("key", "outro")
                                                .add("name", "outro")))
                        .build();
            default -> status;
        })));

        assertThatThrownBy(() -> unit().status("pendente")).hasMessage("units.status.unknown");
        assertThat(unit().status(pending).name()).isEqualTo("Pendente");
        assertThat(unit().status("em-espera").reasons())
                .extracting(HoldReason::key)
                .containsExactly("outro");
        assertThat(unit().status("em-espera").reason(reason))
                .map(HoldReason::name)
                .hasValue("aguardando solução da TI");
    }

    @Test
    void whatComesBackIsTheSameAgain() {
        add("cx");
        var pending = unit().status("pendente").id();
        var document = configuration.document(key);
        change(unit -> unit.add(
                "statuses",
                eachStatus(status -> status.getString("key").equals("pendente") ? JsonValue.NULL : status)));

        configuration.change(people.admin(), key, document, configuration.revision(key));

        assertThat(unit().status("pendente").id()).isEqualTo(pending);
        assertThat(unit().status("pendente").rules().auto()).isNotNull();
    }

    @Test
    void whoLookedBeforeSomebodyElseChangedItOverwritesNothing() {
        add("loja");
        var revision = configuration.revision(key);
        change(unit -> unit.add("name", "Mudada"));

        assertThatThrownBy(() -> configuration.change(people.admin(), key, configuration.document(key), revision))
                .isInstanceOf(StaleVersion.class);
        assertThat(unit().name()).isEqualTo("Mudada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"talita@guiche.example", "rafael@guiche.example", "joana@jatoba.example"})
    void onlyAdministratorsChangeUnits(String email) {
        var other = people.of(email);
        var document = configuration.document("loja");
        var revision = configuration.revision("loja");

        assertThatThrownBy(() -> configuration.change(other, "loja", document, revision))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> configuration.addUnit(other, demo("loja"))).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> configuration.publishForm(other, "loja", document.getJsonObject("form")))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> configuration.changeService(
                        other, "loja", document.getJsonObject("settings"), JsonValue.EMPTY_JSON_ARRAY))
                .isInstanceOf(AccessDenied.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            calendar without service | settings.calendar.bands | time.calendar.no-bands
            overlapping bands        | calendar.bands.MON      | time.band.overlap
            ring of steps            | statuses                | units.definition.cycle
            step to nowhere          | statuses                | units.definition.goto.unknown
            unknown sector           | entrySector             | units.definition.sector
            another key              | key                     | units.change.key
            another form             | form                    | units.change.form
            inside itself            | parents                 | units.definition.inside-itself
            """)
    void whatCouldNotWorkIsRefusedAtItsPlaceAndNothingChanges(String what, String place, String sentence) {
        add("cx");
        var before = configuration.document(key);

        assertThatThrownBy(() -> change(unit -> broken(unit, what)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageStartingWith(sentence)
                .satisfies(refusal -> assertThat(
                                ((RuleViolation) refusal).fields().get(0).field())
                        .startsWith(place));
        assertThat(configuration.document(key)).isEqualTo(before);
    }

    private JsonObjectBuilder broken(JsonObjectBuilder unit, String what) {
        return switch (what) {
            case "calendar without service" -> unit.add("settings", settings("{}"));
            case "overlapping bands" ->
                unit.add("settings", settings("{'bands':{'MON':['08:00-12:00','11:00-18:00']}}"));
            case "ring of steps" -> unit.add("statuses", goingTo("aberto", "pendente", "pendente", "aberto"));
            case "step to nowhere" -> unit.add("statuses", goingTo("pendente", "nada"));
            case "unknown sector" -> unit.add("entrySector", "nenhum");
            case "another key" -> unit.add("key", "outra");
            case "another form" -> unit.add("form", demo("loja").getJsonObject("form"));
            default -> inside(unit);
        };
    }

    /** Below another unit that is below itself. */
    private JsonObjectBuilder inside(JsonObjectBuilder unit) {
        return unit.add(
                "parents",
                Json.createArrayBuilder().add(configuration.document(key).getString("name")));
    }

    private static JsonObject settings(String calendar) {
        return JsonText.object(demo("cx").getJsonObject("settings"))
                .add("calendar", json(calendar))
                .build();
    }

    private static JsonArray goingTo(String... steps) {
        return eachStatus(status -> {
            for (int i = 0; i < steps.length; i += 2) {
                if (status.getString("key").equals(steps[i])) {
                    var auto =
                            json("{'after':{'amount':'PT1H','clock':'RUNNING'},'goTo':'%s'}".formatted(steps[i + 1]));
                    return JsonText.object(status).add("auto", auto).build();
                }
            }
            return status;
        });
    }

    @Test
    void everyChangeIsWrittenDownWithWhatWasBeforeAndAfter() {
        add("cx");

        change(unit -> unit.add("name", "Com outro nome").add("serviceLevels", levels("PT8H")));

        configuration.publishForm(people.admin(), key, demo("loja").getJsonObject("form"));

        assertThat(changes().get(0)).isEqualTo("UNIT {'name': '%s'} {'name': 'Com outro nome'}".formatted(key));
        assertThat(changes().get(1))
                .startsWith("SERVICE_LEVELS {'serviceLevels': []} {'serviceLevels': [{'resolution':");
        assertThat(changes().get(2)).startsWith("FORM {'form':");
        assertThat(changes()).hasSize(3);
    }

    @Test
    void whatSaysTheSameChangesNothingAndIsNotWrittenDown() {
        add("cx");
        var revision = configuration.revision(key);

        configuration.change(people.admin(), key, configuration.document(key), revision);

        assertThat(configuration.revision(key)).isEqualTo(revision);
        assertThat(changes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update units_change set person_id = null", "delete from units_change", "truncate units_change"})
    void whatIsWrittenDownStays(String statement) throws Exception {
        add("cx");
        transaction.begin();
        try {
            assertThatThrownBy(() -> em.createNativeQuery(statement).executeUpdate())
                    .hasStackTraceContaining("permission denied");
        } finally {
            transaction.rollback();
        }
    }

    /** What the administrator changed of the unit after it was added, oldest first. */
    private List<String> changes() {
        List<?> rows = em.createNativeQuery("""
                        select area || ' ' || replace(cast(before as text), '"', '\'\'') || ' ' || replace(cast(after as text), '"', '\'\'')
                        from units_change c join units_unit u on u.id = c.unit_id
                        where u.key = ?1 and before <> '{}' and person_id = ?2 order by c.id""")
                .setParameter(1, key)
                .setParameter(2, people.admin().id())
                .getResultList();
        return rows.stream().map(Object::toString).toList();
    }

    private static JsonArray levels(String amount) {
        return json("{'levels':[{'resolution':{'amount':'%s','clock':'OPEN_HOURS'}}]}".formatted(amount))
                .getJsonArray("levels");
    }

    /** The unit of the test, like that one of the demo. */
    private void add(String like) {
        isAdded = true;
        configuration.addUnit(
                people.admin(),
                JsonText.object(demo(like))
                        .add("key", key)
                        .add("name", key)
                        .remove("parents")
                        .build());
    }

    private void change(UnaryOperator<JsonObjectBuilder> how) {
        var revision = configuration.revision(key);
        var document = how.apply(JsonText.object(configuration.document(key))).build();
        configuration.change(people.admin(), key, document, revision);
    }

    private BusinessUnit unit() {
        return units.get(key, people.admin());
    }

    private static JsonArray eachStatus(Function<JsonObject, JsonValue> how) {
        var list = Json.createArrayBuilder();
        for (var status : demo("cx").getJsonArray("statuses").getValuesAs(JsonObject.class)) {
            var changed = how.apply(status);
            if (changed != JsonValue.NULL) {
                list.add(changed);
            }
        }
        return list.build();
    }

    private static JsonObject written(JsonObject document) {
        return UnitWriting.write(UnitDocument.read(document));
    }

    private static JsonObject json(String text) {
        try (var reader = JsonText.reader(text.replace('\'', '"'))) {
            return reader.readObject();
        }
    }

    private static JsonObject demo(String key) {
        var stream = Objects.requireNonNull(
                ConfigurationIT.class.getResourceAsStream("/org/guiche/units/presets/" + key + ".json"));
        try (var reader = Json.createReader(stream)) {
            return reader.readObject();
        }
    }
}
