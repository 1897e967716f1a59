package org.guiche.attachments;

/**
 * What became of a piece.
 *
 * @param upload as it stands now
 */
public record Receipt(Outcome outcome, Upload upload) {

    /** What there is to say. Whatever it is, the bytes of {@link Upload#received} are here for good, and no others. */
    public enum Outcome {
        /** As much of it as came. */
        TAKEN,
        /** It belongs elsewhere than where the upload goes on. */
        MISPLACED,
        /** Another piece is just coming. */
        BUSY,
        /** It is not what it should hash to, or was cut off before that could be told: it has to come again. */
        DAMAGED
    }
}
