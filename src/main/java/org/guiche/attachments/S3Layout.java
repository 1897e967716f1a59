package org.guiche.attachments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Of which objects a growing file consists: segments of one size, and behind them a tail of some smaller ones. No object is ever
 * written twice; what a piece added is said in its tag.
 */
final class S3Layout {

    /** As large as the pieces that pages send; S3 wants 5 MiB at least, and some servers all of the same size. */
    static final int SEGMENT = 8 * 1024 * 1024;

    /** So many small ones, then they become one. */
    static final int LONGEST_TAIL = 16;

    /** What an object is to those before it. */
    enum Kind {
        /** Full, with all of the tail in it. */
        SEGMENT,
        /** A new tail, with all of the old one in it. */
        TAIL,
        /** More of the tail. */
        MORE
    }

    /** An object of that file. */
    record Part(Kind kind, String name, long size) {

        static Part of(String text) {
            var words = text.split(":", -1);
            return new Part(Kind.valueOf(words[0]), words[1], Long.parseLong(words[2]));
        }

        @Override
        public String toString() {
            return kind + ":" + name + ":" + size;
        }
    }

    private final List<Part> segments = new ArrayList<>();
    private final List<Part> tail = new ArrayList<>();

    /** As these pieces made it. */
    static S3Layout of(List<Store.Piece> pieces) {
        var layout = new S3Layout();
        pieces.stream()
                .flatMap(piece -> Arrays.stream(piece.tag().split(" ", -1)))
                .map(Part::of)
                .forEach(layout::add);
        return layout;
    }

    static String tag(List<Part> parts) {
        return parts.stream().map(Part::toString).collect(Collectors.joining(" "));
    }

    void add(Part part) {
        if (part.kind() != Kind.MORE) {
            tail.clear();
        }
        (part.kind() == Kind.SEGMENT ? segments : tail).add(part);
    }

    /** The full ones, in their order. */
    List<Part> segments() {
        return List.copyOf(segments);
    }

    /** Those behind them. */
    List<Part> tail() {
        return List.copyOf(tail);
    }

    long tailSize() {
        return tail.stream().mapToLong(Part::size).sum();
    }

    long size() {
        return segments.stream().mapToLong(Part::size).sum() + tailSize();
    }
}
