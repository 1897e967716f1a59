package org.guiche.attachments;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guiche.attachments.PictureTable.Due;
import org.guiche.shared.Repeating;
import org.jspecify.annotations.Nullable;

/** Makes pictures small, every second and on every node: one after the other, so that no more than one is in memory. What a node that ends has begun is another's. */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class Thumbnails {

    private static final Logger LOG = Logger.getLogger(Thumbnails.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Repeating repeating;

    @Inject
    PictureSteps steps;

    @Inject
    Store store;

    @PostConstruct
    void begin() {
        repeating.every(PAUSE, "guiche-thumbnails", this::work);
    }

    /** Makes small whatever is due. */
    private void work() {
        for (var next = steps.take(); next.isPresent(); next = steps.take()) {
            make(next.get());
        }
    }

    private void make(Due picture) {
        var located = false;
        @Nullable Thumb thumb = null;
        try {
            var head = PictureHead.of(store.open(picture.sha256(), 0), picture.kind());
            located = head.located();
            thumb = picture.size() <= Thumbnail.MOST_BYTES ? thumb(picture, head) : null;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.WARNING, e, () -> "there is no small picture of " + picture.sha256());
        }
        steps.made(picture.sha256(), thumb, located);
    }

    private @Nullable Thumb thumb(Due picture, PictureHead head) throws IOException {
        try (var bytes = store.open(picture.sha256(), 0)) {
            return new Thumbnail(head, PATIENCE).of(bytes, picture.kind()).orElse(null);
        }
    }
}
