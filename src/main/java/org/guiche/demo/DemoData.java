package org.guiche.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.guiche.shared.Clocks;
import org.guiche.units.Configuration;
import org.guiche.units.QueueOrder;

/** Fills an empty database with the demo of the README, once, all or nothing. */
@Singleton
@Startup
@DependsOn("Migrator")
public class DemoData {

    private static final List<String> UNITS = List.of("parceiros", "agencia", "erp", "cx", "loja");

    @PersistenceContext
    EntityManager em;

    @Inject
    @ConfigProperty(name = "guiche.demo", defaultValue = "false")
    boolean demo;

    @Inject
    Configuration configuration;

    @Inject
    DemoPeople people;

    @Inject
    DemoStories stories;

    @Inject
    Clocks clocks;

    @PostConstruct
    void fill() {
        if (demo && isEmpty()) {
            sectors();
            UNITS.forEach(unit -> configuration.addUnit(read(unit).asJsonObject()));
            var cast = people.add();
            em.flush();
            stories.tell(read("stories").asJsonArray().getValuesAs(JsonObject.class), cast, clocks);
        }
    }

    private boolean isEmpty() {
        return em.createNativeQuery("select 1 from accounts_person limit 1")
                .getResultList()
                .isEmpty();
    }

    private void sectors() {
        configuration.addSector("suporte", "Suporte", "Recebe todos os chamados novos.", QueueOrder.PRIORITY_FIFO);
        configuration.addSector("marketing", "Marketing", "Cupons, promoções e campanhas.", QueueOrder.PRIORITY_FIFO);
        configuration.addSector("envio", "Envio", "Frete, prazos e rastreio.", QueueOrder.PRIORITY_FIFO);
        configuration.addSector("pagamento", "Pagamento", "Cartão, Pix e boleto.", QueueOrder.PRIORITY_FIFO);
        configuration.addSector("financeiro", "Financeiro", "Faturas e notas fiscais.", QueueOrder.FIFO);
        configuration.addSector("produto", "Produto", "Segundo nível: erros do produto.", QueueOrder.FIFO);
    }

    private static JsonStructure read(String name) {
        try (var stream = Objects.requireNonNull(DemoData.class.getResourceAsStream(name + ".json"), name);
                var reader = Json.createReader(stream)) {
            return reader.read();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
