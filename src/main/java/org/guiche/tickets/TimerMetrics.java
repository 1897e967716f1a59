package org.guiche.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Whether what happens by itself keeps up, for whoever watches the installation at {@code /metrics}: how much is late and how late, what waits
 * for an administrator, and how much was done by this node since it started.
 */
@ApplicationScoped
class TimerMetrics {

    private static final String ACTED = "guiche.timers.acted";

    @Inject
    MetricRegistry registry;

    @Inject
    TimerBacklog backlog;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        gauge("guiche.timers.due", MetricUnits.NONE, "Due and not acted on", backlog::due);
        gauge(
                "guiche.timers.lag",
                MetricUnits.SECONDS,
                "Age of the oldest one that is due",
                () -> backlog.lag().toSeconds());
        gauge(
                "guiche.timers.failed",
                MetricUnits.NONE,
                "Failed five times, waiting for an administrator",
                backlog::failed);
        Arrays.stream(TimerKind.values()).forEach(kind -> acted(kind, 0));
    }

    private void gauge(String name, String unit, String description, Supplier<Long> read) {
        registry.gauge(
                Metadata.builder()
                        .withName(name)
                        .withUnit(unit)
                        .withDescription(description)
                        .build(),
                read);
    }

    /** After the commit: what was rolled back has not happened. */
    void acted(@Observes(during = TransactionPhase.AFTER_SUCCESS) TimersActed event) {
        event.counts().forEach(this::acted);
    }

    private void acted(TimerKind kind, long more) {
        registry.counter(
                        Metadata.builder()
                                .withName(ACTED)
                                .withDescription("Acted on since the start of this node")
                                .build(),
                        new Tag("kind", kind.name().toLowerCase(Locale.ROOT)))
                .inc(more);
    }
}
