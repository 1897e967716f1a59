package org.guiche.attachments;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.guiche.shared.Repeating;

/** Has what waits looked at, every second and on every node: in two lines, so that what is large never keeps what is small. */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class Scanning {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long SMALL = 10 * 1024 * 1024;

    @Inject
    Repeating small;

    @Inject
    Repeating all;

    @Inject
    ScanQueue queue;

    @Inject
    Infections infections;

    @PostConstruct
    void begin() {
        queue.begin();
        small.every(PAUSE, "guiche-scans-small", () -> queue.work(SMALL));
        all.every(PAUSE, "guiche-scans", () -> {
            infections.tell();
            queue.work(Long.MAX_VALUE);
            queue.goOnWithOld();
        });
    }
}
