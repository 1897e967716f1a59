package org.guiche.attachments;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a piece as they come: hashed, counted, and ended where the upload ends or the sender breaks off, which is told
 * afterwards. Whoever reads asks at intervals whether it may go on.
 */
final class PieceStream extends InputStream {

    private final InputStream bytes;
    private final long most;
    private final boolean last;
    private final Turn turn;
    private final Behind hashing;
    private final byte[] beginning;
    private int begun;
    private long read;
    private boolean broken;
    private boolean tooLong;

    /**
     * Begins where the upload goes on.
     *
     * @param most after how many bytes it ends, whatever more the sender has
     * @param hashing takes in what comes
     */
    PieceStream(InputStream bytes, Upload upload, long most, Turn turn, Behind hashing) {
        this.bytes = bytes;
        this.most = most;
        this.last = most == upload.size() - upload.received();
        this.turn = turn;
        this.hashing = hashing;
        this.beginning = new byte[upload.received() == 0 ? (int) Math.min(Beginning.LENGTH, most) : 0];
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        turn.goOn();
        if (broken || tooLong || length == 0) {
            return length == 0 ? 0 : -1;
        }
        try {
            return read == most ? end() : counted(buffer, offset, bytes.read(buffer, offset, next(length)));
        } catch (IOException e) {
            broken = true;
            return -1;
        }
    }

    private int next(int length) {
        return (int) Math.min(length, most - read);
    }

    private int end() throws IOException {
        tooLong = last && bytes.read() >= 0;
        return -1;
    }

    private int counted(byte[] buffer, int offset, int now) {
        if (now <= 0) {
            return now;
        }
        hashing.put(buffer, offset, now);
        var more = Math.min(now, beginning.length - begun);
        System.arraycopy(buffer, offset, beginning, begun, more);
        begun += more;
        read += now;
        return now;
    }

    /** The first bytes of the file, all that are looked at; null where they are not in this piece. */
    @Nullable
    Beginning beginning() {
        return begun > 0 && begun == beginning.length ? new Beginning(beginning) : null;
    }

    /** Whether they were fewer than announced, or nobody knows whether they were all. */
    boolean isCutOff(long announced) {
        return broken || (announced >= 0 && read < announced);
    }

    boolean isTooLong() {
        return tooLong;
    }
}
