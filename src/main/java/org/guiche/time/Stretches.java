package org.guiche.time;

/** The stretches of time that a clock counts, in order and apart: a cursor, so that counting a year leaves no garbage. */
abstract class Stretches {

    /** The current stretch in {@link Nanos}, half-open and not empty; meaningful after {@link #next} was true. */
    long from;

    long to;

    /** Moves on; false when there is no further stretch. */
    abstract boolean next();

    /** One stretch, all of it. */
    static Stretches whole(long first, long end) {
        return new Stretches() {
            private boolean more = first < end;

            @Override
            boolean next() {
                from = first;
                to = end;
                var found = more;
                more = false;
                return found;
            }
        };
    }
}
