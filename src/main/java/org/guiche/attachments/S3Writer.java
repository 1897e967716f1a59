package org.guiche.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.guiche.attachments.S3Layout.Kind;
import org.guiche.attachments.S3Layout.Part;

/**
 * Writes bytes of unknown number behind those of a file, an object each time a segment is full, the sender ends, or memory is needed by
 * others. What is in an object already and has to be in a larger one streams through, and is never held.
 */
final class S3Writer {

    private static final SecureRandom NAMES = new SecureRandom();
    private static final int NAME = 12;

    private final S3Objects objects;
    private final String place;
    private final S3Layout layout;
    private final HeapRoom room;
    private final List<Part> written = new ArrayList<>();

    S3Writer(S3Objects objects, String place, S3Layout layout, HeapRoom room) {
        this.objects = objects;
        this.place = place;
        this.layout = layout;
        this.room = room;
    }

    /** Writes all that comes, so many bytes at most; says which objects that became. */
    List<Part> write(InputStream bytes, long most) throws IOException {
        try (var held = room.share()) {
            var left = most;
            for (var read = 0; read >= 0 && left > 0; left -= Math.max(0, read)) {
                if (missing(held) == 0 || !held.mayGrow()) {
                    flush(held);
                }
                read = held.read(bytes, Math.min(left, missing(held)));
            }
            flush(held);
        }
        return written;
    }

    private long missing(HeapRoom.Held held) {
        return S3Layout.SEGMENT - layout.tailSize() - held.size();
    }

    private void flush(HeapRoom.Held held) {
        if (held.size() > 0) {
            var full = missing(held) == 0;
            var folds = full || layout.tail().size() == S3Layout.LONGEST_TAIL;
            var kind = full ? Kind.SEGMENT : folds ? Kind.TAIL : Kind.MORE;
            put(kind, folds ? layout.tail() : List.of(), held);
            held.clear();
        }
    }

    private void put(Kind kind, List<Part> before, HeapRoom.Held held) {
        var size = before.stream().mapToLong(Part::size).sum() + held.size();
        var part = new Part(kind, name(), size);
        objects.put(
                place + "/" + part.name(),
                size,
                () -> new SequenceInputStream(all(objects, place, before), held.open()));
        layout.add(part);
        written.add(part);
    }

    /** The bytes of these, one behind the other, each opened when its turn comes. */
    static InputStream all(S3Objects objects, String place, List<Part> parts) {
        var streams = parts.stream().<InputStream>map(part -> new S3Late(objects, place + "/" + part.name()));
        return new SequenceInputStream(Collections.enumeration(streams.toList()));
    }

    private static String name() {
        var bytes = new byte[NAME];
        NAMES.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
