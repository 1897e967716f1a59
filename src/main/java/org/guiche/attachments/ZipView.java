package org.guiche.attachments;

import jakarta.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.guiche.shared.JsonText;

/** What a zip says is in it, by the list at its end (APPNOTE 4.3.12). Nothing of it is unpacked: names and sizes are what they are said to be. */
final class ZipView {

    static final int MOST = 1000;

    private static final Charset OLD_NAMES = Charset.forName("IBM850"); // as Windows writes them here
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int WIDE_END = 0x06064b50;
    private static final int WIDE_END_LENGTH = 56;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int UTF_8 = 1 << 11;
    private static final int LONGEST_NAME = 300;

    /** The bytes of the archive from that one on. */
    interface Bytes {
        InputStream from(long at) throws IOException;
    }

    /** Where the list begins and how many it lists. */
    private record Directory(long at, long count) {}

    private ZipView() {}

    /** Its first {@link #MOST} entries and how many there are; none and {@code broken} where it has no such list. */
    static JsonObject of(long size, Bytes bytes) throws IOException {
        try {
            return read(size, bytes);
        } catch (EOFException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return JsonText.object()
                    .add("entries", JsonText.array())
                    .add("broken", true)
                    .build();
        }
    }

    private static JsonObject read(long size, Bytes bytes) throws IOException {
        var directory = directory(size, bytes);
        var entries = JsonText.array();
        var read = 0;
        try (var in = new DataInputStream(new BufferedInputStream(bytes.from(directory.at())))) {
            for (; read < Math.min(MOST, directory.count()); read++) {
                var head = little(in, ENTRY_LENGTH);
                if (head.getInt() != ENTRY) {
                    throw new IllegalArgumentException("the list ends too early");
                }
                var name = in.readNBytes(Short.toUnsignedInt(head.getShort(28)));
                in.skipNBytes(Short.toUnsignedInt(head.getShort(30)) + Short.toUnsignedInt(head.getShort(32)));
                entries.add(JsonText.object()
                        .add("name", name(name, (head.getShort(8) & UTF_8) != 0))
                        .add("size", Integer.toUnsignedLong(head.getInt(24))));
            }
        }
        return JsonText.object()
                .add("entries", entries)
                .add("count", directory.count())
                .add("cut", directory.count() > read)
                .build();
    }

    private static Directory directory(long size, Bytes bytes) throws IOException {
        var tail = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT + LOCATOR_LENGTH);
        try (var in = new DataInputStream(bytes.from(size - tail))) {
            var buffer = little(in, tail);
            for (var at = tail - END_LENGTH; at >= 0; at--) {
                if (buffer.getInt(at) == END) {
                    return directory(buffer, at, bytes);
                }
            }
        }
        throw new IllegalArgumentException("there is no list");
    }

    private static Directory directory(ByteBuffer tail, int end, Bytes bytes) throws IOException {
        var locator = end - LOCATOR_LENGTH;
        if (locator < 0 || tail.getInt(locator) != LOCATOR) {
            return new Directory(
                    Integer.toUnsignedLong(tail.getInt(end + 16)), Short.toUnsignedInt(tail.getShort(end + 10)));
        }
        var at = tail.getLong(locator + 8);
        if (at < 0) {
            throw new IllegalArgumentException("the list is before the beginning");
        }
        try (var in = new DataInputStream(bytes.from(at))) {
            var wide = little(in, WIDE_END_LENGTH);
            if (wide.getInt() != WIDE_END || wide.getLong(32) < 0 || wide.getLong(48) < 0) {
                throw new IllegalArgumentException("the list is not where it is said to be");
            }
            return new Directory(wide.getLong(48), wide.getLong(32));
        }
    }

    private static ByteBuffer little(DataInputStream in, int length) throws IOException {
        var bytes = new byte[length];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Without what would turn the letters around it, or the line. */
    private static String name(byte[] bytes, boolean utf8) {
        var name = new String(bytes, utf8 ? StandardCharsets.UTF_8 : OLD_NAMES).replaceAll("[\\p{Cc}\\p{Cf}]", "�");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + '…' : name;
    }
}
