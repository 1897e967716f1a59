package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.support.Samples.noise;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Memory that is shared fairly, without waiting. */
class HeapRoomTest {

    private static final int BLOCKS = 12;

    private final HeapRoom room = new HeapRoom((long) BLOCKS * HeapRoom.BLOCK);

    @Test
    void oneAloneHasHalfOfItAndTheNextStillHasSome() throws IOException {
        try (var first = room.share();
                var second = room.share()) {
            assertThat(filled(first)).isEqualTo(BLOCKS / 2);
            assertThat(filled(second)).isEqualTo(BLOCKS / 4);
        }
    }

    @Test
    void everybodyHasOneBlockHoweverMany() throws IOException {
        for (var i = 0; i < 5 * BLOCKS; i++) {
            assertThat(filled(room.share())).isPositive();
        }
    }

    @Test
    void whatIsGivenBackIsThereForOthers() throws IOException {
        try (var first = room.share()) {
            filled(first);
        }

        assertThat(filled(room.share())).isEqualTo(BLOCKS / 2);
    }

    @Test
    void theBytesComeBackAsTheyCame() throws IOException {
        var bytes = noise(3 * HeapRoom.BLOCK + 7);
        var in = new ByteArrayInputStream(bytes);
        try (var held = room.share()) {
            for (var read = 0; read >= 0; ) {
                read = held.read(in, 50_000);
            }

            assertThat(held.size()).isEqualTo(bytes.length);
            assertThat(held.open()).hasBinaryContent(bytes);
            assertThat(held.open()).as("for another try").hasBinaryContent(bytes);
        }
    }

    /** Takes in as many whole blocks as it may. */
    private static int filled(HeapRoom.Held held) throws IOException {
        var blocks = 0;
        for (; held.mayGrow(); blocks++) {
            held.read(new ByteArrayInputStream(new byte[HeapRoom.BLOCK]), HeapRoom.BLOCK);
        }
        return blocks;
    }
}
