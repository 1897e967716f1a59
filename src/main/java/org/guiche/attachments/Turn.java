package org.guiche.attachments;

import java.time.Duration;
import java.util.UUID;
import org.guiche.shared.NotFound;

/** Being the one who receives an upload: asked for again while bytes come, and lost with the upload. */
final class Turn {

    /** Longer than the server waits for a byte that does not come. */
    static final Duration LASTS = Duration.ofSeconds(40);

    private static final long AGAIN = Duration.ofSeconds(5).toNanos();

    private final UUID receiver = UUID.randomUUID();
    private final UUID upload;
    private final UploadSteps steps;
    private long asked = System.nanoTime();
    private boolean over;

    Turn(Upload upload, UploadSteps steps) {
        this.upload = upload.id();
        this.steps = steps;
    }

    UUID receiver() {
        return receiver;
    }

    /** What came counts, and with that it is over. */
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** Refuses once there is no such upload any more, or none that its owner may still send. */
    void goOn() {
        if (System.nanoTime() - asked > AGAIN) {
            if (!steps.goOn(upload, receiver)) {
                throw new NotFound("attachments.not-found");
            }
            asked = System.nanoTime();
        }
    }
}
