package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.guiche.support.Samples.noise;
import static org.guiche.support.Samples.text;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does, whatever it is made of. */
abstract class StoreContract {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int LIMIT = 20 * MEGABYTE;

    abstract Store store();

    /** What of it is in the store, in whatever form. */
    abstract List<String> everything();

    /** Cuts off what is kept of a content. */
    abstract void damage(String sha256);

    @ParameterizedTest
    @ValueSource(ints = {1, 65_536, 65_537, 5 * MEGABYTE, 8 * MEGABYTE, 8 * MEGABYTE + 1, 17 * MEGABYTE})
    void whatIsKeptReadsBackWholeAndFromWhereOneLikes(int size) throws IOException {
        var bytes = noise(size);
        var sha256 = kept(bytes);

        assertThat(sha256).isEqualTo(hash(bytes));
        assertThat(store().size(sha256)).hasValue(size);
        assertThat(read(store().open(sha256, 0))).isEqualTo(bytes);
        assertThat(read(store().open(sha256, size / 2))).isEqualTo(Arrays.copyOfRange(bytes, size / 2, size));
        assertThat(read(store().open(sha256, size))).isEmpty();
        assertThat(everything()).hasSize(1);
    }

    @Test
    void theSameContentIsKeptOnce() throws IOException {
        assertThat(kept(text("abc"))).isEqualTo(kept(text("abc")));

        assertThat(everything()).hasSize(1);
    }

    @Test
    void aContentThatWasCutOffIsPutRightByTheNextWhoBringsIt() throws IOException {
        var sha256 = kept(text("abc"));
        damage(sha256);

        kept(text("abc"));

        assertThat(read(store().open(sha256, 0))).isEqualTo(text("abc"));
    }

    @Test
    void whatIsTooLargeLeavesNothing() throws IOException {
        assertThat(store().receive(new ByteArrayInputStream(noise(1000)), 999)).isNull();
        assertThat(store().receive(new ByteArrayInputStream(noise(10 * MEGABYTE)), 9 * MEGABYTE))
                .isNull();

        assertThat(everything()).isEmpty();
    }

    @Test
    void aSenderWhoBreaksOffLeavesNothing() {
        var broken = new Breaking(noise(9 * MEGABYTE), new IOException("connection reset"));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store().receive(broken, LIMIT));

        assertThat(everything()).isEmpty();
    }

    @Test
    void whatIsRemovedOrWasNeverThereIsMissing() throws IOException {
        var sha256 = kept(text("abc"));
        store().remove(sha256);
        store().remove(sha256);

        assertThat(store().size(sha256)).isEmpty();
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> store().open(sha256, 0).close());
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 700_000, 3 * MEGABYTE, 8 * MEGABYTE, 9 * MEGABYTE})
    void piecesOfWhateverSizeMakeTheFile(int piece) throws IOException {
        var bytes = noise(Math.min(20 * piece + 17, 19 * MEGABYTE));
        var large = new Large();
        for (var from = 0; from < bytes.length; from += piece) {
            large.take(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece)));
        }

        assertThat(read(store().received(large.growing(), large.pieces))).isEqualTo(bytes);
        store().join(large.growing(), large.pieces, () -> {});
        store().join(large.growing(), large.pieces, () -> {});
        assertThat(read(store().read(large.key, 0))).isEqualTo(bytes);
        assertThat(read(store().read(large.key, 500))).isEqualTo(Arrays.copyOfRange(bytes, 500, bytes.length));

        var arrived = new Store.Arrived(store(), large.key, bytes.length, hash(bytes), new Beginning(new byte[0]));
        store().keep(arrived);
        store().keep(arrived);
        store().forget(large.key);
        assertThat(read(store().open(hash(bytes), 0))).isEqualTo(bytes);
        assertThat(everything()).hasSize(1);
    }

    @Test
    void aPieceThatWasNotCountedIsReplacedByWhatComesNext() throws IOException {
        var large = new Large();
        large.take(text("abc"));
        store().take(large.growing(), large.pieces, new ByteArrayInputStream(noise(9 * MEGABYTE))); // and no row
        large.take(text("def"));

        store().join(large.growing(), large.pieces, () -> {});

        assertThat(read(store().read(large.key, 0))).isEqualTo(text("abcdef"));
    }

    @Test
    void aPieceThatFailsHalfWayLeavesWhatCounts() throws IOException {
        var large = new Large();
        large.take(noise(9 * MEGABYTE));
        var stopped = new Breaking(noise(9 * MEGABYTE), new IllegalStateException("no turn any more"));

        assertThatIllegalStateException().isThrownBy(() -> store().take(large.growing(), large.pieces, stopped));
        large.take(text("def"));

        store().join(large.growing(), large.pieces, () -> {});
        assertThat(read(store().read(large.key, 9L * MEGABYTE))).isEqualTo(text("def"));
    }

    @Test
    void bytesThatWereAcknowledgedAndAreGoneAreNeverPassedOver() throws IOException {
        var large = new Large();
        large.take(text("abc"));
        store().forget(large.key);

        assertThatExceptionOfType(Exception.class).isThrownBy(() -> {
            large.take(text("def"));
            store().join(large.growing(), large.pieces, () -> {});
        });
    }

    @Test
    void theSurveyFindsWhatLiesThereSinceBeforeSomeMoment() throws IOException {
        var large = new Large();
        var sha256 = kept(text("abc"));
        var small = Objects.requireNonNull(store().receive(new ByteArrayInputStream(text("xyz")), LIMIT));
        var later = store().now().plus(Duration.ofHours(1));
        var before = store().now().minus(Duration.ofHours(1));

        assertThat(store().unkept(before)).isEmpty();
        assertThat(store().unkept(later)).containsOnlyKeys(large.id).containsValue(large.key);
        assertThat(contents(before)).isEmpty();
        assertThat(contents(later)).containsExactly(sha256);
        assertThat(store().removePieces(before)).isZero();
        assertThat(store().removePieces(later)).isEqualTo(1);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> store().read(small.key(), 0).close());
        assertThat(contents(later)).containsExactly(sha256);
    }

    private List<String> contents(Instant before) {
        var found = new ArrayList<String>();
        store().contents(before, found::addAll);
        return found;
    }

    String kept(byte[] bytes) throws IOException {
        var arrived = Objects.requireNonNull(store().receive(new ByteArrayInputStream(bytes), LIMIT));
        store().keep(arrived);
        store().forget(arrived.key());
        return arrived.sha256();
    }

    static byte[] read(InputStream bytes) throws IOException {
        try (bytes) {
            return bytes.readAllBytes();
        }
    }

    static String hash(byte[] bytes) {
        var digest = Sha256.begun();
        digest.update(bytes);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A large file as its row would know it. */
    final class Large {

        final UUID id = UUID.randomUUID();
        final String key = store().begin(id);
        final List<Store.Piece> pieces = new ArrayList<>();
        private long received;

        void take(byte[] bytes) throws IOException {
            var piece = Objects.requireNonNull(store().take(growing(), pieces, new ByteArrayInputStream(bytes)));
            assertThat(piece.size()).isEqualTo(bytes.length);
            received += piece.size();
            if (!piece.tag().isEmpty()) {
                pieces.add(piece);
            }
        }

        Store.Growing growing() {
            return new Store.Growing(id, key, received, pieces.size());
        }
    }

    /** All of these bytes, and then no end but a failure. */
    private static final class Breaking extends FilterInputStream {

        private final Exception failure;

        private Breaking(byte[] bytes, Exception failure) {
            super(new ByteArrayInputStream(bytes));
            this.failure = failure;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            if (read < 0 && failure instanceof IOException broken) {
                throw broken;
            }
            if (read < 0) {
                throw (RuntimeException) failure;
            }
            return read;
        }
    }
}
