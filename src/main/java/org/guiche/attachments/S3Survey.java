package org.guiche.attachments;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.S3Object;

/** How objects are named, and what lies in the bucket since before some moment. What is newer may be on its way. */
final class S3Survey {

    static final String ARRIVING = "incoming/";
    static final String SMALL = ARRIVING + "small/";
    static final String LARGE = ARRIVING + "large/";

    private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{2}/([0-9a-f]{64})");
    private static final Pattern UPLOAD = Pattern.compile(LARGE + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/.*");

    private final S3Objects objects;
    private final Instant before;

    S3Survey(S3Objects objects, Instant before) {
        this.objects = objects;
        this.before = before;
    }

    static String content(String sha256) {
        return sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
    }

    int removePieces() {
        var removed = new AtomicInteger();
        objects.each(
                SMALL,
                some -> some.stream().filter(this::isOlder).forEach(object -> {
                    objects.remove(objects.name(object));
                    removed.incrementAndGet();
                }));
        objects.giveUpAssemblies(ARRIVING, before);
        return removed.get();
    }

    /** Touched last when its newest object was. */
    Map<UUID, String> unkept() {
        var touched = new HashMap<UUID, Instant>();
        objects.each(
                LARGE,
                some -> some.forEach(object -> {
                    var name = UPLOAD.matcher(objects.name(object));
                    if (name.matches()) {
                        touched.merge(
                                UUID.fromString(name.group(1)),
                                object.lastModified(),
                                (one, other) -> one.isAfter(other) ? one : other);
                    }
                }));
        var found = new HashMap<UUID, String>();
        touched.forEach((id, at) -> {
            if (at.isBefore(before)) {
                found.put(id, LARGE + id);
            }
        });
        return found;
    }

    void contents(Consumer<List<String>> some) {
        for (var first = 0; first < 16; first++) {
            objects.each(Integer.toHexString(first), page -> {
                var names = page.stream()
                        .filter(this::isOlder)
                        .map(object -> CONTENT.matcher(objects.name(object)))
                        .filter(Matcher::matches)
                        .map(name -> name.group(1))
                        .toList();
                if (!names.isEmpty()) {
                    some.accept(names);
                }
            });
        }
    }

    private boolean isOlder(S3Object object) {
        return object.lastModified().isBefore(before);
    }
}
