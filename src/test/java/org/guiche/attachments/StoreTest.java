package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guiche.support.Samples.letters;
import static org.guiche.support.Samples.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes on disk. */
class StoreTest {

    /** Of {@code abc}, as FIPS 180-2 has it. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private FolderStore store;

    @BeforeEach
    void open() {
        store = new FolderStore(folder.resolve("attachments"));
    }

    @Test
    void aContentLiesUnderItsHashAndIsReadFromWhereOneLikes() throws IOException {
        var arrived = received(text("abc"));
        store.keep(arrived);
        store.forget(arrived.key());

        assertThat(files()).containsExactly(Path.of("ba", "78", ABC));
        assertThat(store.open(ABC, 0)).hasBinaryContent(text("abc"));
        assertThat(store.open(ABC, 2)).hasBinaryContent(text("c"));
    }

    @Test
    void theSameContentIsKeptOnceAndTheSecondLeavesNothing() throws IOException {
        for (var i = 0; i < 2; i++) {
            var arrived = received(text("abc"));
            store.keep(arrived);
            store.forget(arrived.key());
        }

        assertThat(files()).containsExactly(Path.of("ba", "78", ABC));
    }

    @Test
    void aContentThatABrokenDiskCutOffIsPutRightByTheNextWhoBringsIt() throws IOException {
        store.keep(received(text("abc")));
        Files.write(store.path(ABC), text("a"));

        store.keep(received(text("abc")));

        assertThat(store.path(ABC)).hasBinaryContent(text("abc"));
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEndAndLeavesNothing() throws IOException {
        var endless = new Letters(Long.MAX_VALUE);

        assertThat(store.receive(endless, 1_000_000)).isNull();
        assertThat(endless.read).isLessThan(1_200_000);
        assertThat(files()).isEmpty();
    }

    @Test
    void theLimitIsToTheByte() throws IOException {
        assertThat(received(letters(1000)).size()).isEqualTo(1000);
        assertThat(store.receive(new ByteArrayInputStream(letters(1001)), 1000)).isNull();
    }

    @Test
    void aSenderWhoBreaksOffLeavesNothing() {
        var broken = new Letters(200_000);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.receive(broken, 1_000_000));
        assertThat(files()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsOurFailureNotTheSenders() throws IOException {
        Files.write(folder.resolve("attachments"), text("a file where the folder should be"));

        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> store.receive(new ByteArrayInputStream(text("abc")), 1000));
    }

    private Store.Arrived received(byte[] bytes) throws IOException {
        return Objects.requireNonNull(store.receive(new ByteArrayInputStream(bytes), 1000));
    }

    private List<Path> files() {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> store.folder.relativize(file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many letters, and then the connection breaks. */
    private static final class Letters extends InputStream {

        private final long breaks;
        private long read;

        private Letters(long breaks) {
            this.breaks = breaks;
        }

        @Override
        public int read() throws IOException {
            return read(new byte[1], 0, 1) == 1 ? 'a' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var now = (int) Math.min(length, breaks - read);
            if (now == 0 && length > 0) {
                throw new IOException("connection reset");
            }
            Arrays.fill(buffer, offset, offset + now, (byte) 'a');
            read += now;
            return now;
        }
    }
}
