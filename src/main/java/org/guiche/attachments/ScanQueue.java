package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Contents in line for the scanner. The line is in the database: what a node that ends has begun is another's after its lease. */
@ApplicationScoped
class ScanQueue {

    private static final Logger LOG = Logger.getLogger(ScanQueue.class.getName());
    private static final long ASKED = Duration.ofSeconds(10).toNanos();
    private static final long RENEWAL = Duration.ofSeconds(20).toNanos();

    @Inject
    ScanSteps steps;

    @Inject
    Scanner scanner;

    private volatile long asked = System.nanoTime() - ASKED;

    /** At the start of a node: without a scanner nobody waits for one. */
    void begin() {
        if (!scanner.isThere()) {
            steps.release();
        }
    }

    /** Looks at everything that is due and no larger than that, until there is nothing left or the scanner is away. */
    void work(long most) {
        while (scanner.isThere() && one(most)) {
            LOG.finest("more may be due");
        }
    }

    private boolean one(long most) {
        var next = steps.take(most);
        return next.isPresent() && look(next.get());
    }

    /** Whether the scanner is there for more. */
    private boolean look(String sha256) {
        try {
            var verdict = scanner.scan(sha256, renewing(sha256));
            if (isSilence(verdict) && !answers()) {
                steps.record(sha256, verdict);
                steps.away();
                return false;
            }
            var survived = verdict.failure() == ScanFailure.CRASHED;
            steps.record(sha256, survived ? Verdict.failed(ScanFailure.AWAY) : verdict);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> sha256 + " was not looked at");
            steps.record(sha256, Verdict.failed(ScanFailure.REFUSED));
        }
        return true;
    }

    private static boolean isSilence(Verdict verdict) {
        return verdict.failure() != null && verdict.failure() != ScanFailure.TOO_LARGE;
    }

    private Runnable renewing(String sha256) {
        return new Runnable() {

            private long last = System.nanoTime();

            @Override
            public void run() {
                if (System.nanoTime() - last > RENEWAL) {
                    steps.renew(sha256);
                    last = System.nanoTime();
                }
            }
        };
    }

    /** Nothing is due: asks whether the scanner is there, and puts some of what is old in line. */
    void goOnWithOld() {
        if (scanner.isThere() && isBack()) {
            steps.queueOld();
        }
    }

    private boolean isBack() {
        var before = scanner.standing();
        return (before == null || System.nanoTime() - asked > ASKED) ? answers() : before.answers();
    }

    /** Whether the scanner is there; where it was not before, what has waited for it is due. */
    private boolean answers() {
        var before = scanner.standing();
        asked = System.nanoTime();
        var answers = scanner.answers();
        if (answers && (before == null || !before.answers())) {
            steps.back();
        }
        return answers;
    }
}
