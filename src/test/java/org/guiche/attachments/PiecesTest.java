package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.guiche.support.Samples.letters;
import static org.guiche.support.Samples.text;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A large file that grows in the folder: what counts stays, whatever happens to the piece behind it. */
class PiecesTest {

    /** Of {@code abcdef}. */
    private static final String SHA256 = "bef57ec7f53a6d40beb640a780a639c83bc29ac8a9816f1fc6c5c6dcd93c4721";

    @TempDir
    Path folder;

    private final UUID id = UUID.randomUUID();
    private FolderStore store;
    private String key = "";

    @BeforeEach
    void begin() {
        store = new FolderStore(folder.resolve("attachments"));
        key = store.begin(id);
    }

    @Test
    void pieceBehindPieceMakesTheFile() throws IOException {
        assertThat(take(0, "abc").size()).isEqualTo(3);
        assertThat(take(3, "def").size()).isEqualTo(3);

        assertThat(store.read(key, 0)).hasBinaryContent(text("abcdef"));
        assertThat(store.read(key, 4)).hasBinaryContent(text("ef"));
    }

    @Test
    void aPieceThatWasNotCountedIsReplacedByWhatComesNext() throws IOException {
        take(0, "abc");
        take(3, "xxxxxxxxx"); // durable, and then the process died before the row

        take(3, "def");

        assertThat(store.read(key, 0)).hasBinaryContent(text("abcdef"));
    }

    @Test
    void aPieceThatFailsHalfWayLeavesWhatCountsAndGivesItsRoomBack() throws IOException {
        take(0, "abc");
        var stopped = new FilterInputStream(new ByteArrayInputStream(letters(200_000))) {

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (in.available() < 100_000) {
                    throw new IllegalStateException("no turn any more");
                }
                return super.read(buffer, offset, length);
            }
        };

        assertThatIllegalStateException().isThrownBy(() -> store.take(growing(3), List.of(), stopped));

        assertThat(store.read(key, 0)).hasBinaryContent(text("abc"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 262_144, 1_000_003})
    void aPieceOfManyBlocksIsWrittenAsItCameWhereverItBegins(int received) throws IOException {
        var all = new byte[received + 5_000_017];
        new Random(received).nextBytes(all);
        store.take(growing(0), List.of(), new ByteArrayInputStream(all, 0, received));

        store.take(growing(received), List.of(), new ByteArrayInputStream(all, received, all.length - received));

        try (var bytes = store.read(key, 0)) {
            assertThat(bytes.readAllBytes()).isEqualTo(all);
        }
    }

    @Test
    void aLargePieceThatFailsHalfWayLeavesNothingBehindWhatCounts() throws IOException {
        take(0, "abc");
        var stopped = new FilterInputStream(new ByteArrayInputStream(letters(5_000_000))) {

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (in.available() < 1_000_000) {
                    throw new IllegalStateException("no turn any more");
                }
                return super.read(buffer, offset, length);
            }
        };

        assertThatIllegalStateException().isThrownBy(() -> store.take(growing(3), List.of(), stopped));

        assertThat(store.read(key, 0)).hasBinaryContent(text("abc"));
    }

    @Test
    void whoeverComesWhileAnotherIsWritingIsSentAway() throws IOException {
        take(0, "abc");
        var second = new FilterInputStream(new ByteArrayInputStream(text("d"))) {

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                assertThat(store.take(growing(0), List.of(), new ByteArrayInputStream(text("zzz"))))
                        .isNull();
                return super.read(buffer, offset, length);
            }
        };

        assertThat(Objects.requireNonNull(store.take(growing(3), List.of(), second))
                        .size())
                .isEqualTo(1);

        assertThat(store.read(key, 0)).hasBinaryContent(text("abcd"));
    }

    @Test
    void aProcessThatSentOneOfItsOwnAwayKeepsOutOthersStill() throws IOException {
        take(0, "abc");
        var piece = new FilterInputStream(new ByteArrayInputStream(text("d"))) {

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                assertThat(store.take(growing(3), List.of(), new ByteArrayInputStream(text("z"))))
                        .isNull();
                assertThat(AnotherWriter.wasSentAway(folder.resolve("attachments"), id, key))
                        .isTrue();
                return super.read(buffer, offset, length);
            }
        };

        store.take(growing(3), List.of(), piece);

        assertThat(AnotherWriter.wasSentAway(folder.resolve("attachments"), id, key))
                .as("from then on it may")
                .isFalse();
    }

    @Test
    void bytesThatWereAcknowledgedAndAreGoneAreNeverPassedOver() throws IOException {
        take(0, "abc");
        Files.write(store.incoming.resolve(key), text("a"));

        assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> take(3, "def"));
    }

    @Test
    void whatIsKeptStaysWhereItCameUntilItIsForgottenSoThatKeepingCanBeDoneAgain() throws IOException {
        take(0, "abcdef");
        var arrived = new Store.Arrived(store, key, 6, SHA256, new Beginning(text("abcdef")));

        store.keep(arrived);
        assertThat(store.read(key, 0)).hasBinaryContent(text("abcdef"));
        store.keep(arrived);
        store.forget(key);

        assertThat(store.open(SHA256, 0)).hasBinaryContent(text("abcdef"));
        assertThat(store.unkept(Instant.MAX)).isEmpty();
        assertThat(store.incoming.resolve("large")).isEmptyDirectory();
    }

    @Test
    void theSurveyFindsWhatLiesThereAndSmallPiecesAreNoLargeOnes() {
        assertThat(store.unkept(Instant.MAX)).containsOnlyKeys(id).containsValue(key);
        assertThat(store.unkept(Instant.EPOCH)).isEmpty();
        assertThat(store.removePieces(Instant.MAX)).isZero();
        assertThat(store.room()).isPresent();
    }

    private Store.Piece take(long received, String bytes) throws IOException {
        return Objects.requireNonNull(store.take(growing(received), List.of(), new ByteArrayInputStream(text(bytes))));
    }

    private Store.Growing growing(long received) {
        return new Store.Growing(id, key, received, 0);
    }
}
