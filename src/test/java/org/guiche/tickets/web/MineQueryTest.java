package org.guiche.tickets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.guiche.tickets.MyTickets.Turn;
import org.guiche.tickets.TicketFilter.Sort;
import org.junit.jupiter.api.Test;

class MineQueryTest {

    @Test
    void everythingAskedForStandsInTheAddress() {
        var query = MineQuery.of(
                Map.of("situacao", "voce", "busca", " frete & cupom ", "cliente", "12", "ordem", "criacao"));

        assertThat(query.filter().categories()).isEqualTo(Turn.YOURS.categories());
        assertThat(query.filter().query()).isEqualTo("frete & cupom");
        assertThat(query.filter().company()).isEqualTo(12);
        assertThat(query.filter().sort()).isEqualTo(Sort.CREATED);
        assertThat(query.from("abc").path())
                .isEqualTo("/tickets/mine?situacao=voce&busca=frete+%26+cupom&cliente=12&ordem=criacao&depois=abc");
    }

    @Test
    void anotherTabBeginsAtItsFirstPage() {
        var query = MineQuery.of(Map.of("depois", "abc"));

        assertThat(query.with(Turn.DONE).path()).isEqualTo("/tickets/mine?situacao=resolvidos");
        assertThat(query.with((Turn) null).path()).isEqualTo("/tickets/mine");
    }

    @Test
    void whatIsNotUnderstoodDoesNotRestrict() {
        var query = MineQuery.of(Map.of("situacao", "x", "cliente", "1 or 1=1", "ordem", "subject; drop"));

        assertThat(query.path()).isEqualTo("/tickets/mine");
        assertThat(query.isRestricted()).isFalse();
    }

    @Test
    void endlessWordsAreCut() {
        assertThat(MineQuery.of(Map.of("busca", "a".repeat(500))).words()).hasSize(200);
    }
}
