package org.guiche.tickets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.guiche.tickets.TicketChanged;
import org.junit.jupiter.api.Test;

class ChangeTextTest {

    @Test
    void whatIsWrittenIsRead() {
        var changes = List.of(new TicketChanged(48107, 3, 12, 9), new TicketChanged(48108, 1, 2, 3));

        assertThat(ChangeText.write(changes)).containsExactly("48107,3,12,9 48108,1,2,3");
        assertThat(ChangeText.read("48107,3,12,9 48108,1,2,3")).isEqualTo(changes);
    }

    @Test
    void manyChangesAreCutIntoPiecesThatPostgresTakes() {
        var changes = LongStream.range(0, 5_000)
                .mapToObj(n -> new TicketChanged(900_000_000_000L + n, 100, 1_000_000, 1_000_000))
                .toList();

        var pieces = ChangeText.write(changes);

        assertThat(pieces).allMatch(piece -> piece.getBytes(StandardCharsets.UTF_8).length < 8_000);
        assertThat(pieces.stream().flatMap(piece -> ChangeText.read(piece).stream()))
                .containsExactlyElementsOf(changes);
    }

    @Test
    void everythingIsNoChangeOfItsOwn() {
        assertThat(ChangeText.read(ChangeText.EVERYTHING)).isEmpty();
        assertThat(ChangeText.read("")).isEmpty();
    }
}
