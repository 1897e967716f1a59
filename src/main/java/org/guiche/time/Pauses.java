package org.guiche.time;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The pauses of a clock, in order and joined, as pairs of beginnings and ends in {@link Nanos}. */
final class Pauses {

    private static final Pauses NONE = new Pauses(new long[0]);

    private final long[] ends;

    private Pauses(long[] ends) {
        this.ends = ends;
    }

    static Pauses of(List<Span> spans) {
        if (spans.isEmpty()) {
            return NONE;
        }
        var ends = new long[spans.size() * 2];
        var size = 0;
        for (var span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            var from = Nanos.nearest(span.from());
            var to = Nanos.nearest(span.to());
            if (size > 0 && from <= ends[size - 1]) {
                ends[size - 1] = Math.max(ends[size - 1], to);
            } else if (from < to) {
                ends[size++] = from;
                ends[size++] = to;
            }
        }
        return new Pauses(Arrays.copyOf(ends, size));
    }

    /** Whether the clock stood still right before this instant. */
    boolean holdBefore(long nanos) {
        for (int i = 0; i < ends.length && ends[i] < nanos; i += 2) {
            if (nanos <= ends[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The pauses between two instants, as stretches. */
    Stretches within(long from, long to) {
        return ends.length == 0
                ? Stretches.whole(from, from)
                : new Rest(Stretches.whole(from, to), new Pauses(complement()));
    }

    private long[] complement() {
        var gaps = new long[ends.length + 2];
        gaps[0] = Long.MIN_VALUE;
        System.arraycopy(ends, 0, gaps, 1, ends.length);
        gaps[gaps.length - 1] = Long.MAX_VALUE;
        return gaps;
    }

    /** What they leave of these stretches. */
    Stretches leave(Stretches stretches) {
        return ends.length == 0 ? stretches : new Rest(stretches, this);
    }

    private static final class Rest extends Stretches {

        private final Stretches source;
        private final long[] ends;
        private int at;
        private long restFrom;
        private long restTo;

        Rest(Stretches source, Pauses pauses) {
            this.source = source;
            this.ends = pauses.ends;
        }

        @Override
        boolean next() {
            while (restFrom < restTo || refill()) {
                while (at < ends.length && ends[at + 1] <= restFrom) {
                    at += 2;
                }
                var paused = at < ends.length && ends[at] < restTo;
                from = restFrom;
                to = paused ? ends[at] : restTo;
                restFrom = paused ? ends[at + 1] : restTo;
                if (from < to) {
                    return true;
                }
            }
            return false;
        }

        private boolean refill() {
            if (!source.next()) {
                return false;
            }
            restFrom = source.from;
            restTo = source.to;
            return true;
        }
    }
}
