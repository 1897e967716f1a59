package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.support.People;
import org.guiche.units.Teams.Crew;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole configuration goes out as one file and comes in again, after a look at what it changes, all or nothing. */
@ExtendWith(ArquillianExtension.class)
class ExchangeIT {

    @EJB
    Exchange exchange;

    @EJB
    Configuration configuration;

    @EJB
    Teams teams;

    @Inject
    People people;

    @Test
    void whatWentOutComesInWithoutADifference() {
        var preview =
                exchange.preview(people.admin(), exchange.file(people.admin()).toString());

        assertThat(preview.isPossible()).isTrue();
        assertThat(preview.items()).extracting(ImportItem::name).contains("Suporte", "Loja", "Parceiros");
        assertThat(preview.items())
                .allSatisfy(item -> assertThat(item.difference().parts()).isEmpty());
    }

    @Test
    void aFileShowsWhatItChangesBeforeItChangesIt() {
        var before = configuration.document("erp");
        var file = changed(
                "erp", unit -> JsonText.object(unit).add("name", "ERP e fiscal").build());
        try {
            var preview = exchange.preview(people.admin(), file);

            assertThat(configuration.document("erp")).isEqualTo(before);
            assertThat(preview.items())
                    .filteredOn(item -> !item.difference().isNone())
                    .singleElement()
                    .satisfies(item -> assertThat(item.difference().parts())
                            .singleElement()
                            .satisfies(part -> assertThat(part.path()).containsExactly("name")));

            exchange.bring(people.admin(), file, preview.revision());
            assertThat(configuration.document("erp").getString("name")).isEqualTo("ERP e fiscal");
        } finally {
            configuration.change(people.admin(), "erp", before, configuration.revision("erp"));
        }
    }

    @Test
    void whatCouldNotWorkIsSaidWithItsPlaceAndNothingOfTheFileIsBroughtIn() {
        var file = json("""
                {'format': 'guiche-1',
                 'sectors': [{'key': 'nunca', 'name': 'Nunca', 'queueOrder': 'FIFO'}],
                 'units': [{'key': 'loja', 'name': 'Loja', 'prioritySource': 'NONE', 'entrySector': 'nunca',
                    'settings': {'calendar': {}}, 'statuses': []}]}""").toString();

        var preview = exchange.preview(people.admin(), file);

        assertThat(preview.isPossible()).isFalse();
        assertThat(preview.items().get(0).isNew()).isTrue();
        assertThat(preview.items().get(0).refusal()).isNull();
        assertThat(preview.items().get(1).place()).isEqualTo("units[0]");
        assertThat(preview.items().get(1).refusal()).hasMessage("units.definition.category");
        assertThatThrownBy(() -> exchange.bring(people.admin(), file, preview.revision()))
                .isInstanceOf(RuleViolation.class)
                .satisfies(refusal -> assertThat(
                                ((RuleViolation) refusal).fields().get(0).field())
                        .isEqualTo("units[0].statuses"));
        assertThatThrownBy(() -> teams.state("nunca")).hasMessage("units.sector.not-found");
    }

    @Test
    void whatSomebodyChangedAfterTheLookIsNotOverwritten() {
        var file = exchange.file(people.admin()).toString();
        var preview = exchange.preview(people.admin(), file);
        var before = teams.state("envio");
        teams.change(
                people.admin(),
                new SectorText("envio", "Envio", "Frete.", before.text().order()),
                before.revision());
        try {
            assertThatThrownBy(() -> exchange.bring(people.admin(), file, preview.revision()))
                    .isInstanceOf(StaleVersion.class);
        } finally {
            teams.change(people.admin(), before.text(), teams.state("envio").revision());
        }
    }

    @Test
    void aPresetLeavesTheUnitWhatIsItsOwn() {
        var unit = configuration.document("loja");

        var like = Presets.behaveLike("agencia", unit, List.of());

        assertThat(like.getString("key")).isEqualTo("loja");
        assertThat(like.getString("name")).isEqualTo("Loja");
        assertThat(like.getString("prioritySource")).isEqualTo("REQUESTER");
        assertThat(like.getJsonObject("form").containsKey("routing")).isFalse();
    }

    @Test
    void whatIsNoSuchFileIsRefusedInWords() {
        assertThatThrownBy(() -> exchange.preview(people.admin(), "{")).hasMessage("units.exchange.unreadable");
        assertThatThrownBy(() -> exchange.preview(people.admin(), "{\"format\":\"x\"}"))
                .hasMessage("units.exchange.format");
    }

    @Test
    void onlyAdministratorsTakeItOutOrBringItIn() {
        var talita = people.talita();
        assertThatThrownBy(() -> exchange.file(talita)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> exchange.preview(talita, "{}")).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> exchange.bring(talita, "{}", 1)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> teams.addMember(talita, "envio", talita.id())).isInstanceOf(AccessDenied.class);
    }

    @Test
    void aSectorAndThoseWhoWorkThereAreSavedTogetherOrNotAtAll() {
        var before = teams.state("envio");
        var members = teams.members("envio");
        var renamed = new SectorText("envio", "Expedição", "", QueueOrder.FIFO);
        var carla = people.carla().id();

        assertThatThrownBy(() -> teams.save(
                        people.admin(), renamed, before.revision(), new Crew(Set.of(carla), Set.of(carla), Map.of())))
                .isInstanceOf(RuleViolation.class);

        assertThat(teams.state("envio")).isEqualTo(before);
        assertThat(teams.members("envio")).isEqualTo(members);
    }

    private String changed(String key, UnaryOperator<JsonObject> how) {
        var file = exchange.file(people.admin());
        var units = Json.createArrayBuilder();
        for (var unit : file.getJsonArray("units").getValuesAs(JsonObject.class)) {
            units.add(unit.getString("key").equals(key) ? how.apply(unit) : unit);
        }
        return JsonText.object(file).add("units", units).build().toString();
    }

    private static JsonObject json(String text) {
        try (var reader = JsonText.reader(text.replace('\'', '"'))) {
            return reader.readObject();
        }
    }
}
