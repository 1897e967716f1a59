package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guiche.attachments.CountTable.Counted;
import org.guiche.attachments.StorageReport.Limits;
import org.guiche.attachments.StorageReport.Total;
import org.junit.jupiter.api.Test;

/** How often what files take is counted: so that nobody waits, and the database has other things to do. */
class CountedTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static Counted counted(Duration took) {
        var none = Total.NONE;
        return new Counted(
                new StorageReport(
                        none, none, none, none, none, none, List.of(), Map.of(), new Limits(0, 0, 0, 0), NOON),
                took);
    }

    @Test
    void aQuickCountIsMadeWhileSomebodyLooks() {
        assertThat(counted(Duration.ofMillis(299)).isQuick()).isTrue();
        assertThat(counted(Duration.ofMillis(300)).isQuick()).isFalse();
    }

    @Test
    void aLongCountIsMadeEveryHourAndAVeryLongOneMoreRarely() {
        assertThat(counted(Duration.ofMillis(20)).due()).isEqualTo("2026-11-20T13:00:00Z");
        assertThat(counted(Duration.ofSeconds(30)).due()).isEqualTo("2026-11-20T13:00:00Z");
        assertThat(counted(Duration.ofSeconds(72)).due()).isEqualTo("2026-11-20T14:00:00Z");
    }
}
