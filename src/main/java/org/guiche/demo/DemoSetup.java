package org.guiche.demo;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.guiche.shared.Clocks;
import org.guiche.units.Configuration;
import org.guiche.units.Presets;
import org.guiche.units.QueueOrder;
import org.guiche.units.SectorText;
import org.guiche.units.Teams;

/** The steps of the demo, each all or nothing, each done once. */
@Stateless
public class DemoSetup {

    @PersistenceContext
    EntityManager em;

    @Inject
    Configuration configuration;

    @Inject
    Teams teams;

    @Inject
    DemoPeople people;

    @Inject
    DemoStories stories;

    @Inject
    Clocks clocks;

    /** Sectors and the five units, one per source, unless there are units. */
    public void units() {
        if (isEmpty("units_unit")) {
            sectors();
            Presets.KEYS.forEach(key -> configuration.addUnit(Configuration.SYSTEM, Presets.document(key)));
        }
    }

    /** People, companies and partners, unless there are people. */
    public void people() {
        if (isEmpty("accounts_person")) {
            people.add();
        }
    }

    /** Their tickets, unless there are tickets. */
    public void tickets() {
        if (isEmpty("tickets_ticket")) {
            stories.tell(read("stories").asJsonArray().getValuesAs(JsonObject.class), clocks);
        }
    }

    private boolean isEmpty(String table) {
        return em.createNativeQuery("select 1 from " + table + " limit 1")
                .getResultList()
                .isEmpty();
    }

    private void sectors() {
        add("suporte", "Suporte", "Recebe todos os chamados novos.", QueueOrder.PRIORITY_FIFO);
        add("marketing", "Marketing", "Cupons, promoções e campanhas.", QueueOrder.PRIORITY_FIFO);
        add("envio", "Envio", "Frete, prazos e rastreio.", QueueOrder.PRIORITY_FIFO);
        add("pagamento", "Pagamento", "Cartão, Pix e boleto.", QueueOrder.PRIORITY_FIFO);
        add("financeiro", "Financeiro", "Faturas e notas fiscais.", QueueOrder.FIFO);
        add("produto", "Produto", "Segundo nível: erros do produto.", QueueOrder.FIFO);
    }

    private void add(String key, String name, String description, QueueOrder order) {
        teams.add(Configuration.SYSTEM, new SectorText(key, name, description, order));
    }

    private static JsonStructure read(String name) {
        try (var stream = Objects.requireNonNull(DemoSetup.class.getResourceAsStream(name + ".json"), name);
                var reader = Json.createReader(stream)) {
            return reader.read();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
