package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guiche.attachments.StorageReport.Limits;
import org.guiche.attachments.StorageReport.Total;
import org.guiche.attachments.StorageReport.Unit;
import org.junit.jupiter.api.Test;

/** A count comes back as it was kept. */
class StorageJsonTest {

    @Test
    void aReportComesBackAsItWas() {
        var groups = Map.of(FileGroup.PDF, new Total(3, 4L << 40), FileGroup.OTHER, new Total(1, 0));
        var report = new StorageReport(
                new Total(1, 2),
                new Total(3, 4),
                new Total(5, 6),
                new Total(7, 8),
                new Total(9, 10),
                new Total(11, 12),
                List.of(new Unit("Loja “à vista”", new Total(4, 4L << 40), groups, true, 77, new Total(2, 99))),
                groups,
                new Limits(1, 2, 3, 4),
                Instant.parse("2026-11-20T10:15:30.123Z"));

        assertThat(StorageJson.read(StorageJson.write(report))).isEqualTo(report);
    }
}
