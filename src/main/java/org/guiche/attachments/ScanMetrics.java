package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/** Whether the search for viruses keeps up, for whoever watches the installation at {@code /metrics}. */
@ApplicationScoped
class ScanMetrics {

    @Inject
    MetricRegistry registry;

    @Inject
    ScanBacklog backlog;

    @Inject
    Scanner scanner;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        gauge("guiche.scanner.waiting", "Contents that nobody may have before they were looked at", backlog::waiting);
        gauge("guiche.scanner.failed", "Contents in line that the scanner failed to look at", backlog::failed);
        gauge("guiche.scanner.infected", "Infected contents that are known", backlog::infected);
        gauge("guiche.scanner.away", "1 where there is a scanner and it did not answer this node", this::away);
    }

    private long away() {
        var standing = scanner.standing();
        return scanner.isThere() && (standing == null || !standing.answers()) ? 1 : 0;
    }

    private void gauge(String name, String description, Supplier<Long> read) {
        registry.gauge(
                Metadata.builder()
                        .withName(name)
                        .withUnit(MetricUnits.NONE)
                        .withDescription(description)
                        .build(),
                read);
    }
}
