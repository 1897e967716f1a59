package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The virus scanner of this installation, if it has one, and how this node last found it. */
@ApplicationScoped
class Scanner {

    private static final Logger LOG = Logger.getLogger(Scanner.class.getName());

    @Inject
    Store store;

    @Inject
    Clock clock;

    private volatile ScannerSettings settings = ScannerSettings.read();
    private volatile @Nullable Standing standing;

    /**
     * How it was found.
     *
     * @param version empty where it did not answer
     * @param since since when it answers, or does not
     * @param at when it was asked last
     */
    record Standing(String version, Instant since, Instant at) {

        boolean answers() {
            return !version.isEmpty();
        }
    }

    /** From now on another one. */
    void use(ScannerSettings others) {
        settings = others;
        standing = null;
    }

    ScannerSettings settings() {
        return settings;
    }

    boolean isThere() {
        return settings.clamd() != null;
    }

    /** As it was found last; null where nobody has asked yet. */
    @Nullable
    Standing standing() {
        return standing;
    }

    /** Asks about a content. */
    Verdict scan(String sha256, Runnable goingOn) {
        var clamd = settings.clamd();
        if (clamd == null) {
            return Verdict.failed(ScanFailure.AWAY);
        }
        try (var bytes = store.open(sha256, 0)) {
            return clamd.scan(bytes, goingOn);
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes of " + sha256 + " cannot be read", e);
        }
    }

    /** Whether it answers, asked now. */
    boolean answers() {
        var clamd = settings.clamd();
        if (clamd == null) {
            return false;
        }
        try {
            found(clamd.version());
            return true;
        } catch (IOException e) {
            LOG.log(Level.FINE, "the scanner is away", e);
            found("");
            return false;
        }
    }

    private void found(String version) {
        var now = clock.instant();
        var before = standing;
        var same = before != null && before.answers() == !version.isEmpty();
        if (!same) {
            LOG.log(
                    version.isEmpty() ? Level.WARNING : Level.INFO,
                    () -> version.isEmpty() ? "the virus scanner does not answer" : "virus scanner: " + version);
        }
        standing = new Standing(version, same && before != null ? before.since() : now, now);
    }
}
