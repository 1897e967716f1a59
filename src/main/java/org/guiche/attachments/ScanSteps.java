package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The steps of looking for viruses, a transaction each: none is open while the scanner works. What is cut off is done again. */
@ApplicationScoped
class ScanSteps {

    private static final Logger LOG = Logger.getLogger(ScanSteps.class.getName());

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Its limits change when somebody changes them. */
    private static final Duration FIRST_IF_LARGE = Duration.ofHours(1);

    private static final Duration LONGEST_IF_LARGE = Duration.ofDays(1);

    /** Time for a scanner to be there again, and for others to be looked at. */
    private static final Duration FIRST_IF_CRASHED = Duration.ofMinutes(1);

    private static final Duration LONGEST_IF_CRASHED = Duration.ofDays(1);
    private static final Duration SLACK = Duration.ofSeconds(30);
    private static final int AT_ONCE = 200;

    @Inject
    ScanTable table;

    @Inject
    Scanner scanner;

    @Inject
    Rescans rescans;

    @Inject
    PictureSteps pictures;

    /**
     * The next content to look at, of at most so many bytes: one that people wait for before one that is looked at again, and those over
     * which the scanner ended last of all.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<String> take(long most) {
        return Stream.of(ScanTable.Line.values())
                .flatMap(line -> table.take(line, most, lease()).stream())
                .findFirst();
    }

    /** It is still being looked at. */
    @Transactional(TxType.REQUIRES_NEW)
    public void renew(String sha256) {
        table.renew(sha256, lease());
    }

    private Duration lease() {
        var clamd = scanner.settings().clamd();
        return clamd == null ? SLACK : clamd.patience().plus(SLACK);
    }

    /** Writes down what came of it. */
    @Transactional(TxType.REQUIRES_NEW)
    public void record(String sha256, Verdict verdict) {
        var infection = verdict.infection();
        var failure = verdict.failure();
        if (infection != null) {
            LOG.warning(() -> "infected: " + sha256 + " by " + infection);
            table.infected(sha256, infection, scanner.settings().quarantine());
        } else if (failure == null) {
            clean(sha256);
        } else if (failure == ScanFailure.TOO_LARGE) {
            table.failed(sha256, failure, FIRST_IF_LARGE, LONGEST_IF_LARGE);
        } else if (failure == ScanFailure.CRASHED) {
            LOG.warning(() -> "the virus scanner ended over " + sha256);
            table.failed(sha256, failure, FIRST_IF_CRASHED, LONGEST_IF_CRASHED);
        } else {
            table.failed(sha256, failure, FIRST, LONGEST);
        }
    }

    private void clean(String sha256) {
        var news = table.isLocked(sha256);
        table.clean(sha256);
        if (news) {
            pictures.tell(sha256);
        }
    }

    /** The scanner is away: nothing that is due can be looked at. */
    @Transactional(TxType.REQUIRES_NEW)
    public void away() {
        table.allFailed(ScanFailure.AWAY, FIRST, LONGEST);
    }

    /** The scanner is back. */
    @Transactional(TxType.REQUIRES_NEW)
    public void back() {
        table.hurry();
    }

    /** There is no scanner any more. */
    @Transactional(TxType.REQUIRES_NEW)
    public void release() {
        table.release();
    }

    /** Makes some old contents due: those that no scanner has seen, then those that somebody wants looked at again. Says how many. */
    @Transactional(TxType.REQUIRES_NEW)
    public int queueOld() {
        var unscanned = table.queueUnscanned(AT_ONCE);
        return unscanned > 0 ? unscanned : rescans.queue(AT_ONCE);
    }
}
