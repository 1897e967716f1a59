package org.guiche.attachments;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.guiche.shared.BusinessException;
import org.guiche.shared.NoRoom;
import org.guiche.shared.Unavailable;

/** The store of bytes cannot be written or read: full, read-only, gone. Never the fault of who sends. */
final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final Logger LOG = Logger.getLogger(StoreFailure.class.getName());

    private static final Pattern FULL =
            Pattern.compile("(?i)no space left|quota ?exceeded|storage ?full|not enough space|file too large");

    StoreFailure(IOException cause) {
        super("the store of attachments failed", cause);
    }

    /** Does it, and tells failures of ours apart from those of the network. */
    static <T> T guard(Work<T> work) {
        try {
            return work.call();
        } catch (IOException e) {
            throw new StoreFailure(e);
        }
    }

    /** Whether there is no room left, as the system's words for it say. */
    private boolean isFull() {
        var words = String.valueOf(getCause() == null ? null : getCause().getMessage());
        return FULL.matcher(words).find();
    }

    /** What the sender of that file is told; the operator is, too. */
    BusinessException refusal(String name) {
        log(this);
        return isFull()
                ? new NoRoom("attachments.store.full", name)
                : new Unavailable("attachments.store.unavailable", name);
    }

    /** In words for the operator. */
    String reason() {
        return String.valueOf(getCause() == null ? getMessage() : getCause().getMessage());
    }

    /** Tells the operator. */
    static void log(Exception failure) {
        LOG.log(Level.SEVERE, "The store of attachments failed; is it full, away or not writable?", failure);
    }

    /** Something done in the store. */
    interface Work<T> extends Callable<T> {

        @Override
        T call() throws IOException;
    }
}
