package org.guiche.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where bytes are kept: each content once, under its SHA-256, durable before anybody refers to it. What is still arriving lies apart,
 * so that what has a name of ours is always whole. Small files arrive in one go ({@link #receive}); large ones in pieces
 * ({@link #begin}, {@link #take}, {@link #join}). Either way they are then {@link #keep kept} beside where they arrived, and what
 * arrived is {@link #forget forgotten} once the row is there: whatever is cut off in between can be done again.
 *
 * <p>Everything here throws {@link StoreFailure} where the store itself fails, and {@link IOException} where the sender does.
 */
interface Store {

    /**
     * Bytes that are all here and durable, but not kept yet.
     *
     * @param key what the store calls them
     */
    record Arrived(Store store, String key, long size, String sha256, Beginning beginning) {

        /** The bytes from that one on, for reading. */
        InputStream open(long from) throws IOException {
            return store.read(key, from);
        }
    }

    /**
     * A large file as far as it came.
     *
     * @param key what the store calls it
     * @param received how many bytes count; what the store may have beyond them does not
     * @param pieces in how many pieces these came
     */
    record Growing(UUID id, String key, long received, int pieces) {}

    /**
     * A piece that is durable.
     *
     * @param tag what the store wants to be told of it when the pieces become one; empty for nothing
     */
    record Piece(long size, String tag) {}

    /**
     * Takes bytes in, counting and hashing as they come; stops reading at the first one past the limit.
     *
     * @return null when there are more than the limit
     */
    @Nullable
    Arrived receive(InputStream bytes, long limit) throws IOException;

    /** Makes ready for a large file; says what the store calls it from now on. */
    String begin(UUID upload);

    /**
     * Takes the next piece of a large file to its end: durable when this returns. Doing it again from the same place replaces what
     * came before; a failure leaves what had been received.
     *
     * @param before the pieces that count
     * @return null while somebody else is writing to the same file
     */
    @Nullable
    Piece take(Growing upload, List<Piece> before, InputStream bytes) throws IOException;

    /**
     * All pieces are here: they become one that can be read and kept. Doing it again changes nothing.
     *
     * @param goingOn is told now and then that it takes its time
     */
    void join(Growing upload, List<Piece> pieces, Runnable goingOn);

    /** The bytes of a large file as far as it came. */
    InputStream received(Growing upload, List<Piece> pieces) throws IOException;

    /** The bytes of what arrived and is not kept, from that one on. */
    InputStream read(String key, long from) throws IOException;

    /**
     * Keeps what arrived under its own name, durably, once per content; bytes of another length under that name were cut off by a
     * broken disk and are replaced. What arrived stays where it is. The caller has said that it is bringing the content ({@link Bringing}).
     */
    void keep(Arrived arrived);

    /** Lets go of what arrived, or of as much as did. */
    void forget(String key);

    /** The bytes of a content from that one on, for reading. */
    InputStream open(String sha256, long from) throws IOException;

    /** How many bytes a content has; empty where it is not there. */
    OptionalLong size(String sha256);

    /** Removes a content. The caller holds its lock and knows that nobody refers to it. */
    void remove(String sha256);

    /** How many bytes still fit; empty where the store has no end of its own. */
    OptionalLong room();

    /** What time it is for the store: that of the disk, which may be another machine's, and never moved by hand. */
    Instant now();

    /** Removes pieces of small files that lie there since before then; says how many. */
    int removePieces(Instant before);

    /** The large files that lie there unkept and untouched since before then, and what the store calls them. */
    Map<UUID, String> unkept(Instant before);

    /** Names the contents that lie there since before then, some hundreds at a time. */
    void contents(Instant before, Consumer<List<String>> some);

    /** Fails, saying why to the operator, where the store cannot be used as it is set. */
    void check();

    /** Lets go of the ways to it. */
    void close();
}
