package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whom somebody read is said once an hour and node, and no more is remembered than there is room for. */
class LatelyReadTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final LatelyRead lately = new LatelyRead(2);

    private static Access access(long subject, Instant at) {
        return new Access(1, subject, AccessKind.LIST, null, at);
    }

    @Test
    void theSameIsNewOncePerHour() {
        assertThat(lately.isNew(access(7, NOON))).isTrue();
        assertThat(lately.isNew(access(7, NOON.plusSeconds(3599)))).isFalse();
        assertThat(lately.isNew(access(7, NOON.plusSeconds(3600)))).isTrue();
    }

    @Test
    void anotherReaderPersonOrKindIsNew() {
        assertThat(lately.isNew(access(7, NOON))).isTrue();
        assertThat(lately.isNew(new Access(2, 7, AccessKind.LIST, null, NOON))).isTrue();
        assertThat(lately.isNew(new Access(1, 7, AccessKind.TICKET, 9L, NOON))).isTrue();
        assertThat(lately.isNew(access(8, NOON))).isTrue();
    }

    @Test
    void theOldestIsForgottenWhereThereIsNoMoreRoom() {
        for (var subject = 1; subject <= 3; subject++) {
            assertThat(lately.isNew(access(subject, NOON))).isTrue();
        }

        assertThat(lately.isNew(access(3, NOON))).isFalse();
        assertThat(lately.isNew(access(1, NOON))).isTrue();
    }

    @Test
    void whatCouldNotBeSaidIsNewAgain() {
        lately.isNew(access(7, NOON));

        lately.forget(access(7, NOON));

        assertThat(lately.isNew(access(7, NOON))).isTrue();
    }
}
