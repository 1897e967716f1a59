package org.guiche.attachments;

import java.time.Instant;
import java.util.UUID;

/**
 * A large file that somebody sends in pieces. When the last one is there, it is a file of the same id: an upload like any other, its
 * owner's alone until something uses it.
 *
 * @param place where it is to go, as whoever sends it named it
 * @param pool whose room it takes besides its owner's; empty for nobody else's
 * @param size how many bytes it has, as was announced
 * @param received how many of them are here for good
 * @param pieces in how many pieces these came
 * @param key what the store calls it
 * @param expiresAt when it is given up unless another piece comes
 */
public record Upload(
        UUID id,
        long ownerId,
        String place,
        String pool,
        String name,
        long size,
        long received,
        int pieces,
        String key,
        Instant expiresAt) {

    /** Whether all of it is here, which then is a file. */
    public boolean isComplete() {
        return received == size;
    }

    Upload grownBy(Store.Piece piece, Instant until) {
        return new Upload(id, ownerId, place, pool, name, size, received + piece.size(), pieces + 1, key, until);
    }

    Upload until(Instant later) {
        return new Upload(id, ownerId, place, pool, name, size, received, pieces, key, later);
    }

    Store.Growing growing() {
        return new Store.Growing(id, key, received, pieces);
    }
}
