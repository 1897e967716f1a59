package org.guiche.attachments;

import software.amazon.awssdk.core.exception.SdkException;

/** The objects of a file become one, inside the server wherever that can be. */
final class S3Join {

    private final S3Objects objects;
    private final String place;
    private final S3Layout layout;

    S3Join(S3Objects objects, String place, S3Layout layout) {
        this.objects = objects;
        this.place = place;
        this.layout = layout;
    }

    /** Anew each time; tells now and then that it takes its time. */
    void join(Runnable goingOn) {
        var tail = layout.tail();
        if (!layout.segments().isEmpty()) {
            assemble(goingOn);
        } else if (tail.size() == 1) {
            objects.copy(place + "/" + tail.get(0).name(), place + S3Store.WHOLE, layout.size());
        } else {
            objects.put(place + S3Store.WHOLE, layout.size(), () -> S3Writer.all(objects, place, tail));
        }
    }

    private void assemble(Runnable goingOn) {
        var assembly = objects.assemble(place + S3Store.WHOLE);
        var whole = false;
        try {
            for (var segment : layout.segments()) {
                goingOn.run();
                assembly.copy(place + "/" + segment.name());
            }
            var tail = layout.tail();
            if (tail.size() == 1) {
                assembly.copy(place + "/" + tail.get(0).name());
            } else if (!tail.isEmpty()) {
                assembly.put(layout.tailSize(), () -> S3Writer.all(objects, place, tail));
            }
            assembly.complete();
            whole = true;
        } catch (SdkException e) {
            throw S3Objects.failure(e);
        } finally {
            if (!whole) {
                assembly.giveUp();
            }
        }
    }
}
