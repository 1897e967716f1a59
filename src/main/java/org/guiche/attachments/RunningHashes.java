package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of large files as far as this process has seen all of their bytes. Who has not, after a restart or because the pieces came
 * to different nodes, reads the file once when it is whole; so may be forgotten what was not asked for longest.
 */
@ApplicationScoped
class RunningHashes {

    private static final int MOST = 2000;

    private record Running(long received, MessageDigest digest) {}

    private final Map<UUID, Running> running = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Running> eldest) {
            return size() > MOST;
        }
    });

    /** The hash of all that was received so far, to go on with; null where it is not known. */
    public @Nullable MessageDigest of(Upload upload) {
        if (upload.received() == 0) {
            return Sha256.begun();
        }
        var known = running.get(upload.id());
        return known == null || known.received() != upload.received() ? null : Sha256.copy(known.digest());
    }

    /** That is the hash of all that has been received. */
    public void remember(Upload upload, @Nullable MessageDigest digest) {
        if (digest == null) {
            running.remove(upload.id());
        } else {
            running.put(upload.id(), new Running(upload.received(), digest));
        }
    }

    public void forget(UUID upload) {
        running.remove(upload);
    }
}
