package org.guiche.shared;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does something again and again on this node, for as long as the bean that it belongs to lives. The pause is measured in elapsed
 * time: a calendar schedule stands still for an hour when somebody sets the machine's clock back by an hour (Z9).
 */
@Dependent
public class Repeating {

    private static final Logger LOG = Logger.getLogger(Repeating.class.getName());
    private static final int PATIENCE_SECONDS = 10;

    @Resource
    ManagedThreadFactory threads;

    private @Nullable ScheduledThreadPoolExecutor running;

    /** Begins: that long after now, and then that long after it last ended. What it throws is logged and ends nothing. */
    public void every(Duration pause, String name, Runnable work) {
        var begun = new ScheduledThreadPoolExecutor(1, runnable -> {
            var thread = threads.newThread(runnable);
            thread.setName(name);
            return thread;
        });
        var unused = begun.scheduleWithFixedDelay(
                () -> guarded(name, work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        running = begun;
    }

    private static void guarded(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) { // an error here would end all looks of this node without a word
            LOG.log(Level.SEVERE, e, () -> name + " waits for the next look");
        }
    }

    /** What is being done comes to its end; nothing is begun any more. */
    @PreDestroy
    void end() {
        var begun = running;
        if (begun == null) {
            return;
        }
        begun.shutdown();
        try {
            begun.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
